import { beforeAll, describe, expect, it } from 'vitest';
import { findMatches, loadPinyin, matchText } from './matching.ts';

beforeAll(loadPinyin);

/** The matched letters in brackets. */
function shown(search: string, label: string): string | null {
  const match = matchText(search, label);
  if (!match) return null;
  return [...match.spans]
    .reverse()
    .reduce((text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, label);
}

describe('typing a few letters', () => {
  it.each([
    ['zoe', 'Zoë Brandt', '[Zoë] Brandt'],
    ['ANN', 'ann', '[ann]'],
    ['al', 'Ann Lee', '[A]nn [L]ee'],
    ['annl', 'Ann Lee', '[Ann] [L]ee'],
    ['ann l', 'Ann Lee', '[Ann L]ee'],
    ['desrev', 'design-review', '[des]ign-[rev]iew'],
    ['view', 'design-review', 'design-re[view]'],
    ['rev', 'design-review', 'design-[rev]iew'],
    ['xm', '王小明', '王[小明]'],
    ['wangxm', '王小明', '[王小明]'],
    ['xiaom', '王小明', '王[小明]'],
    ['小', '王小明', '王[小]明'],
    ['zeng', '曾敏', '[曾]敏'],
    ['lv', '吕芳', '[吕]芳'],
    ['sjps', '设计评审', '[设计评审]'],
    ['cp', 'Q3 产品路线', 'Q3 [产品]路线'],
    ['e', '👍 été', '👍 [é]té'],
  ])('%s finds %s', (search, label, highlighted) => expect(shown(search, label)).toBe(highlighted));

  it.each([
    ['xz', '王小明'],
    ['nna', 'Ann Lee'],
    ['lee a', 'Ann Lee'],
  ])('%s does not find %s', (search, label) => expect(matchText(search, label)).toBeNull());

  it('puts the name that starts so before the one that contains it', () => {
    const names = ['Susanna', 'Joanna Ann', 'Ann', 'Anna'];
    expect(findMatches('ann', names, (name) => [name]).map((found) => found.item)).toEqual([
      'Ann',
      'Anna',
      'Joanna Ann',
      'Susanna',
    ]);
  });

  it('puts a name that matches before a topic that does', () => {
    const rooms = [
      ['leads', 'demo days'],
      ['design', 'sketches'],
    ];
    expect(findMatches('de', rooms, (labels) => labels).map((found) => found.item[0])).toEqual(['design', 'leads']);
  });

  it('keeps the given order, such as the most recent first, among equal matches', () => {
    expect(findMatches('d', ['deployments', 'design', 'dogs'], (name) => [name]).map((found) => found.item)).toEqual([
      'deployments',
      'design',
      'dogs',
    ]);
  });

  it('keeps the given order while nothing is typed', () => {
    expect(findMatches(' ', ['b', 'a'], (name) => [name]).map((found) => found.item)).toEqual(['b', 'a']);
  });
});
