/** Right-to-left letters and bidirectional controls: nothing else can turn the words around it. */
const turning = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}\p{Bidi_Control}]/u;
const controls = /[\u202A-\u202E\u2066-\u2069]/gu;
const open = '\u2068';
const close = '\u2069';

/** Without overrides, and with every isolate closed inside. */
function contained(text: string): string {
  let depth = 0;
  const kept = text.replace(controls, (control) => {
    if (control < '\u2066' || (control === close && depth === 0)) return '';
    depth += control === close ? -1 : 1;
    return control;
  });
  return kept + close.repeat(depth);
}

/** A name as it may stand inside a plain-text sentence: whatever direction it has, the words around it keep theirs. */
export const isolate = (text: string): string => (turning.test(text) ? open + contained(text) + close : text);

function isolateValue(value: unknown): unknown {
  if (typeof value === 'string') return isolate(value);
  return Array.isArray(value) ? value.map(isolateValue) : value;
}

/** The same words; each sentence among them isolates the texts that it is given. */
export function isolating<Words extends object>(words: Words): Words {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(words, {
    get(target, key) {
      const word: unknown = Reflect.get(target, key);
      if (typeof word !== 'function' && (typeof word !== 'object' || word === null || Array.isArray(word))) return word;
      if (!known.has(key)) known.set(key, typeof word === 'function' ? sentence(word) : isolating(word));
      return known.get(key);
    },
  });
}

const sentence = (word: Function): Function =>
  new Proxy(word, {
    apply: (target, self, values: unknown[]): unknown => Reflect.apply(target, self, values.map(isolateValue)),
  });
