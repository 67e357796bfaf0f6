/** A character that leaves ink. U+2800 is an empty Braille cell, U+1D159 an empty note head. */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]/u;

/** Whether nothing of the text can be seen: white space, control and ignorable characters alone, or nothing at all. */
export const isBlank = (value: string): boolean => !visible.test(value);
