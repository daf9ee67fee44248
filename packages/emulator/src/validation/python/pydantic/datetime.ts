import { Failure, type Check } from './Failure.ts'
import { PythonNumber } from '../json/PythonNumber.ts'
import { stripSpace } from '../text/stripSpace.ts'
import type { Value } from '../json/Value.ts'

// A larger number counts milliseconds.
const maxSeconds = 20_000_000_000
const format =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T _t](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:([zZ])|([+-])(\d\d):?(\d\d))?)?$/

const invalid = (input: Value, error: string) =>
  new Failure('datetime_from_date_parsing', `Input should be a valid datetime or date, ${error}`, input, { error })

/** Reads an instant (in microseconds) from ISO 8601 or a Unix time. A text without an offset is in UTC. */
export const datetime: Check<number> = (input) => {
  if (typeof input === 'number') return fromUnix(input)
  if (input instanceof PythonNumber && Number.isFinite(input.value)) return fromUnix(input.value)
  if (typeof input !== 'string') return new Failure('datetime_type', 'Input should be a valid datetime', input)
  const text = stripSpace(input)
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return fromUnix(Number(text))
  return fromText(text) ?? invalid(input, text.length < 10 ? 'input is too short' : 'invalid character in year')
}

const fromUnix = (time: number) => Math.round(Math.abs(time) > maxSeconds ? time * 1000 : time * 1_000_000)

function fromText(text: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', , sign, hours, minutes] =
    format.exec(text) ?? []
  if (year === undefined) return undefined
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const isReal = !Number.isNaN(instant) && new Date(instant).getUTCDate() === Number(day)
  if (!isReal) return undefined
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
  return (instant - offset * 60_000) * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}

/** Reads an instant (in microseconds) like `datetime`, but refuses a text without an offset. */
export const awareDatetime: Check<number> = (input) => {
  const instant = datetime(input)
  if (instant instanceof Failure || typeof input !== 'string') return instant
  const [date, , , , , , , , zone, sign] = format.exec(stripSpace(input)) ?? []
  const isNaive = date !== undefined && zone === undefined && sign === undefined
  return isNaive ? new Failure('timezone_aware', 'Input should have timezone info', input) : instant
}

/** Returns a check like `datetime` that refuses the past by the emulator's clock. `now` returns microseconds. */
export const futureDatetime =
  (now: () => number): Check<number> =>
  (input) => {
    const instant = datetime(input)
    if (instant instanceof Failure) return instant
    return instant > now() ? instant : new Failure('datetime_future', 'Input should be in the future', input)
  }
