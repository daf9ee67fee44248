/** The beginning of the temporary id of a seat that is shown before the server's answer. */
export const optimisticPrefix = 'optimistic:'
