import type { Suggestion } from './suggestion.ts';
import { withMention } from './mention-ranges.ts';
import type { Token } from './token.ts';
import { typeInto } from './typing-into.ts';
import { endOfWord } from './word-end.ts';
import type { Draft } from './draft.ts';

/** Writes a suggestion in place of its word; the mention it makes is added to what is written then. */
export function writeSuggestion(
  area: HTMLTextAreaElement,
  token: Token,
  { insert, mention }: Suggestion,
  read: () => Draft,
): Draft {
  const { start } = token;
  const end = endOfWord(area.value, token, insert);
  const spaced = area.value[end] === ' ';
  typeInto(area, start, end, spaced ? insert : `${insert} `);
  const caret = start + insert.length + 1;
  area.setSelectionRange(caret, caret);
  return mention ? withMention(read(), { ...mention, start, end: start + insert.length }) : read();
}
