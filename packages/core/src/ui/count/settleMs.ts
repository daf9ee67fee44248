/**
 * Milliseconds for which a new price cannot be confirmed, so that the second click of a double click does not confirm a
 * price that nobody has read.
 */
export const settleMs = 500
