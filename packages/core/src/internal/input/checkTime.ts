import { checkNumber } from './checkNumber.ts'

/** The latest time that a `Date` can be, in milliseconds. */
const latestTime = 8.64e15

/** @throws SeatsError `ConfigurationError` if `now` is neither a time in milliseconds nor `undefined`. */
export const checkTime = (now: unknown): void =>
  checkNumber('now', Number(now) > latestTime ? Number.NaN : now, 0, 'milliseconds since 1970')
