import type { ReactNode } from 'react';
import { Blocks } from './Blocks.tsx';
import { parse } from './parse.ts';
import type { Rendering } from './rendering.ts';

/** Text with markup, parsed and shown; it and the parser make a chunk of their own. */
export const formatted = (rendering: Rendering): ReactNode => (
  <Blocks nodes={parse(rendering.source).children} rendering={rendering} />
);
