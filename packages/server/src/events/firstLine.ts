/**
 * A comment that is the first line of every stream. Firefox and Safari give a streamed answer to the page only when the
 * first byte of the answer arrives.
 */
export const firstLine = ':\n'
