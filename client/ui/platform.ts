export const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the key that goes with letters is called here: `⌘` on Apple's keyboards. */
export const modifierKey = apple ? '⌘' : 'Ctrl';
export const altKey = apple ? '⌥' : 'Alt';
export const shiftKey = apple ? '⇧' : 'Shift';
