/** A list with more rows than this is virtual: only the rows in or near the visible part are on the page. */
export const longListSize = 100

/** The number of rows that are shown until the code of the virtual list is loaded. */
export const firstRowCount = 30
