import type { NamedRoom } from '#client/features/messages/types.ts';
import type { Mention } from '#shared/messages.ts';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Markdown } from './Markdown.tsx';
import type { TextContext } from './rendering.ts';

const design: NamedRoom = { id: 'r1', name: 'Design review', href: '/rooms/r1' };
const context: TextContext = {
  me: 'me',
  people: new Map(),
  rooms: new Map([['design review', design]]),
  onOpenProfile: () => {},
  onOpenRoom: () => {},
};

/** A text as the page shows it, on its own. */
export function shown(text: string, mentions: readonly Mention[] = []): HTMLElement {
  const page = document.createElement('div');
  flushSync(() => createRoot(page).render(<Markdown text={text} mentions={mentions} context={context} />));
  return page;
}
export const words = (text: string, mentions?: readonly Mention[]) => shown(text, mentions).textContent;
export const texts = (page: HTMLElement, selector: string) =>
  [...page.querySelectorAll(selector)].map((found) => found.textContent);
export const links = (text: string) => [...shown(text).querySelectorAll('a')].map((link) => link.getAttribute('href'));

/** Mentions the first `@name` of the text. */
export function at(text: string, name: string, userId = 'ann'): Mention {
  const start = text.indexOf(`@${name}`);
  return { kind: 'user', userId, start, end: start + name.length + 1 };
}
