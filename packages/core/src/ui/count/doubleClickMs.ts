/**
 * The time in milliseconds within which the second click of a double click comes. What appears after the first click is
 * not meant by the second one: for example, a new price cannot be confirmed during this time.
 */
export const doubleClickMs = 500
