import { Failure, type Check } from './Failure.ts'
import { parseDatetime, parseUnixTime, type Datetime } from './parseDatetime.ts'
import { PythonNumber } from '../json/PythonNumber.ts'
import type { Value } from '../json/Value.ts'

const unparsable = (input: Value, error: string) =>
  new Failure('datetime_parsing', `Input should be a valid datetime, ${error}`, input, { error })
const noDate = (input: Value, error: string) =>
  new Failure('datetime_from_date_parsing', `Input should be a valid datetime or date, ${error}`, input, { error })

const datetime: Check<Datetime> = (input) => {
  if (typeof input === 'string') {
    const parsed = parseDatetime(input)
    return 'error' in parsed ? noDate(input, parsed.error) : refuseYear0(input, parsed)
  }
  const time = input instanceof PythonNumber ? input.value : input
  if (typeof time !== 'number') return new Failure('datetime_type', 'Input should be a valid datetime', input)
  if (Number.isNaN(time)) return unparsable(input, 'NaN values not permitted')
  const parsed = parseUnixTime(time)
  return 'error' in parsed ? unparsable(input, parsed.error) : refuseYear0(input, parsed)
}

/** Refuses the year 0, which Python does not have. */
const refuseYear0 = (input: Value, parsed: Datetime) =>
  parsed.iso.startsWith('0000') ? unparsable(input, 'year 0 is out of range') : parsed

/** Reads a time and returns its microseconds since 1970. A text without an offset is in UTC. */
export const instant: Check<number> = (input) => {
  const parsed = datetime(input)
  return parsed instanceof Failure ? parsed : parsed.time
}

/** Reads a time like `instant`, but refuses a text without an offset. */
export const awareInstant: Check<number> = (input) => {
  const parsed = datetime(input)
  if (parsed instanceof Failure) return parsed
  const hasOffset = /[+-]\d\d:\d\d$/.test(parsed.iso)
  return hasOffset ? parsed.time : new Failure('timezone_aware', 'Input should have timezone info', input)
}

/** Returns a check like `datetime` that refuses the past by the emulator's clock. `now` returns microseconds. */
export const futureDatetime =
  (now: () => number): Check<Datetime> =>
  (input) => {
    const parsed = datetime(input)
    if (parsed instanceof Failure || parsed.time > now()) return parsed
    return new Failure('datetime_future', 'Input should be in the future', input)
  }
