/** The ways in which Polar charges a change of the seat count. */
export const prorationBehaviors: readonly string[] = ['invoice', 'prorate', 'next_period', 'reset']
