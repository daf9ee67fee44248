/**
 * The time in milliseconds within which the second click of a double click comes. During this time, a new price cannot
 * be confirmed, so that the second click does not confirm an unread price.
 */
export const doubleClickMs = 500
