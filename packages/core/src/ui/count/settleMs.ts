/**
 * Milliseconds for which a new price cannot be confirmed, so that the second click of a double click does not confirm
 * an unread price.
 */
export const settleMs = 500
