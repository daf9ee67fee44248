import { checkNumber } from './checkNumber.ts'

/** The latest time that a `Date` can have. */
const latestTimeMs = 8.64e15

/** @throws SeatsError `ConfigurationError` if `now` is neither a time in milliseconds nor `undefined`. */
export const checkTime = (now: unknown): void =>
  checkNumber('now', Number(now) > latestTimeMs ? Number.NaN : now, 0, 'milliseconds since 1970')
