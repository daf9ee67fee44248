/**
 * Milliseconds in which the second click of a double click can come. A new price cannot be confirmed for so long, so that
 * this click does not confirm an unread price.
 */
export const doubleClickMs = 500
