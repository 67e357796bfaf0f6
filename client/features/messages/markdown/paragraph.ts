/** How a paragraph looks, with markup and without; each of its lines has the direction of its own first letter. */
export const paragraph = '[overflow-wrap:anywhere] whitespace-pre-wrap [unicode-bidi:plaintext] [&+p]:mt-2';
