/** Begins the temporary id of a seat that is only shown in advance. */
export const optimisticPrefix = 'optimistic:'
