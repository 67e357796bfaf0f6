import { beforeEach, describe, expect, test, vi } from 'vitest';
import { redo, undo } from './replacement-history.ts';
import { formatSelection, typeInto } from './typing-into.ts';

const command = vi.fn<(name: string, ui: boolean, text: string) => boolean>(() => false);
const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n');

function boxWith(text: string) {
  const area = document.body.appendChild(document.createElement('textarea'));
  const inputs = vi.fn<() => void>();
  area.addEventListener('input', inputs);
  area.value = text;
  area.select();
  return { area, inputs };
}

beforeEach(() => {
  command.mockClear();
  Object.assign(document, { execCommand: command });
});

describe('a command over 2,000 lines', () => {
  test.each(['code', 'quote', 'bulletList', 'numberedList', 'bold'] as const)(
    '%s changes the box once, never line by line',
    async (kind) => {
      const { area, inputs } = boxWith(lines(2_000));
      await formatSelection(area, kind);
      expect(command).not.toHaveBeenCalled();
      expect(inputs).toHaveBeenCalledOnce();
      expect(area.value).toContain('line 1999');
      expect(area.value).not.toBe(lines(2_000));
    },
  );

  test('is taken back and made again, but not over what was typed since', async () => {
    const { area } = boxWith(lines(2_000));
    await formatSelection(area, 'code');
    const made = area.value;
    expect(undo(area)).toBe(true);
    expect(area.value).toBe(lines(2_000));
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
    expect(undo(area)).toBe(false);
    expect(redo(area)).toBe(true);
    expect(area.value).toBe(made);
    area.value += '!';
    expect(undo(area)).toBe(false);
    expect(area.value).toBe(`${made}!`);
  });
});

test('a few lines are typed by the browser, whose own history takes them back', () => {
  const { area } = boxWith('a');
  command.mockReturnValueOnce(true);
  typeInto(area, 0, 1, 'b\nc');
  expect(command).toHaveBeenCalledExactlyOnceWith('insertText', false, 'b\nc');
  expect(undo(area)).toBe(false);
});
