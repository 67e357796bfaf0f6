import type { Mention } from '#shared/messages.ts';
import type { ReactNode } from 'react';
import { Blocks } from './Blocks.tsx';
import { parse } from './parse.ts';
import type { TextContext } from './rendering.ts';

/** Text with markup, parsed and shown. */
export const formatted = (text: string, mentions: readonly Mention[], context: TextContext): ReactNode => (
  <Blocks blocks={parse(text, mentions)} context={context} />
);
