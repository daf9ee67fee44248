/** The microseconds of a day of 24 hours. */
export const dayMicroseconds = 86_400_000_000
