/** The id of an option of a `Listbox`, for `aria-activedescendant`; apart from it, so that a text box need not load the list. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;
