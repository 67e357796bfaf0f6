const maxEmoji = 6;
/** `™` and `©` are text unless U+FE0F makes them pictures. */
const oneEmoji = String.raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=[\uFE0F\u{1F3FB}-\u{1F3FF}]))[\uFE0F\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*)*)`;
const onlyEmoji = new RegExp(`^\\s*(?:${oneEmoji}\\s*){1,${maxEmoji}}$`, 'u');

/** Up to six emoji and nothing else: shown larger. */
export const isOnlyEmoji = (text: string): boolean => text.length <= maxEmoji * 20 && onlyEmoji.test(text);
