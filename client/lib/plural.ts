/** English has two forms: `plural(1, 'message', 'messages')` → `1 message`. */
export const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;
