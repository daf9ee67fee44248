/**
 * The longest time in milliseconds between the two clicks of a double click. The second click is not meant for content
 * that appeared after the first click. For example, a new price cannot be confirmed during this time.
 */
export const doubleClickMs = 500
