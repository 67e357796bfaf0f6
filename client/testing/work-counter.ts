type Cost = (self: unknown, result: unknown) => number;

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length + 1 : 1);

const ofSelf: Cost = (self) => lengthOf(self);
const ofResult: Cost = (_, result) => lengthOf(result);
const one: Cost = () => 1;

const methods: readonly [object, readonly string[], Cost][] = [
  [String.prototype, ['trim', 'includes', 'split', 'replaceAll', 'replace', 'normalize', 'toLowerCase'], ofSelf],
  [String.prototype, ['slice'], ofResult],
  [String.prototype, ['codePointAt', 'startsWith', 'endsWith', 'matchAll'], one],
  [Array.prototype, ['map', 'filter', 'flatMap', 'toSorted', 'slice', 'every', 'some', 'join'], ofSelf],
  [Array.prototype, ['push', 'pop', 'at'], one],
  [Array.prototype, ['splice'], ofResult],
  [Map.prototype, ['get', 'set'], one],
];

/** Counts what a piece of work asks of strings, arrays and patterns, by their lengths: the same on every machine. */
export function countWork(work: () => unknown): number {
  let total = 0;
  const restore = methods.flatMap(([prototype, names, cost]) =>
    names.map((name) => patch(prototype, name, (self, _, result) => (total += cost(self, result)))),
  );
  restore.push(patch(RegExp.prototype, 'exec', (self, args, result) => (total += searched(self, args[0], result))));
  try {
    work();
    return total;
  } finally {
    for (const undo of restore) undo();
  }
}

/** How much of a text a search has looked at: up to the end of what it found, or all of it. */
function searched(pattern: unknown, text: unknown, result: unknown): number {
  if (Array.isArray(result)) return 1 + lengthOf(result[0]);
  if (pattern instanceof RegExp && pattern.sticky) return 1;
  return typeof text === 'string' ? text.length + 1 : 1;
}

function patch(prototype: object, name: string, note: (self: unknown, args: unknown[], result: unknown) => void) {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  const original: unknown = descriptor?.value;
  if (!descriptor || typeof original !== 'function') throw new Error(`no method ${name}`);
  Object.defineProperty(prototype, name, {
    ...descriptor,
    value(this: unknown, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(original, this, args);
      note(this, args, result);
      return result;
    },
  });
  return () => void Object.defineProperty(prototype, name, descriptor);
}
