/** The ways in which Polar charges a change of the seat count. */
export const behaviors: readonly string[] = ['invoice', 'prorate', 'next_period', 'reset']
