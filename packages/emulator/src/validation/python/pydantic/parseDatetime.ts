/** A time: its microseconds since 1970, and its text as Python writes it, with the offset of the input. */
export interface Datetime {
  time: number
  iso: string
}
type Parsed = Datetime | { error: string }

// A larger number counts as milliseconds.
const maxSeconds = 20_000_000_000
const year0Seconds = -62_167_219_200
const year10000Seconds = 253_402_300_800
const maxInt64 = 2n ** 63n - 1n
const timePattern = /^[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|(\+|-|\u00e2\u0088\u0092)(\d\d):?(\d\d))?$/
const numberPattern = /^[+-]?(?:(\d+)\.?\d*|\.\d+)$/
const datePlaces: ReadonlyArray<readonly [end: number, form: RegExp, error: string]> = [
  [4, /^\d{4}$/, 'invalid character in year'],
  [5, /-$/, 'invalid date separator, expected `-`'],
  [7, /\d\d$/, 'invalid character in month'],
  [8, /-$/, 'invalid date separator, expected `-`'],
  [10, /\d\d$/, 'invalid character in day'],
]

/** Reads a text like pydantic: ISO 8601 or a Unix time. A text without an offset is in UTC. */
export function parseDatetime(text: string): Parsed {
  // One character for each byte, because the messages count bytes.
  const bytes = Buffer.from(text).toString('latin1')
  const [number, whole = ''] = numberPattern.exec(bytes) ?? []
  if (number !== undefined && BigInt(whole) <= maxInt64) return parseUnixTime(Number(number))
  const error = dateError(bytes)
  if (error !== undefined) return { error }
  const date = bytes.slice(0, 10)
  const rest = bytes.slice(10)
  const midnight = dayOf(date).getTime() * 1000
  return rest === '' ? { time: midnight, iso: `${date}T00:00:00` } : parseTime(date, midnight, rest)
}

function parseTime(date: string, midnight: number, rest: string): Parsed {
  const extraCharactersError = { error: 'unexpected extra characters at the end of the input' }
  const [found, hour, minute, second = '00', fraction = '', utc, sign, hours, minutes] = timePattern.exec(rest) ?? []
  if (found === undefined) return extraCharactersError
  const isValidTime = [hour, hours].every(isBelow(24)) && [minute, second, minutes].every(isBelow(60))
  if (!isValidTime) return extraCharactersError
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'))
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const direction = sign === '+' ? 1 : -1
  const offset = sign === undefined ? 0 : direction * (Number(hours) * 3600 + Number(minutes) * 60)
  const offsetText = sign === undefined ? '' : `${direction > 0 ? '+' : '-'}${hours}:${minutes}`
  return {
    time: midnight + (seconds - offset) * 1_000_000 + micros,
    iso: `${date}T${hour}:${minute}:${second}${fractionOf(micros)}${utc === undefined ? offsetText : '+00:00'}`,
  }
}

const isBelow = (limit: number) => (digits: string | undefined) => digits === undefined || Number(digits) < limit

/** Returns the mistake in the first ten bytes, or undefined if they are a date. */
function dateError(bytes: string): string | undefined {
  if (bytes.length < 10) return 'input is too short'
  for (const [end, form, error] of datePlaces) {
    if (!form.test(bytes.slice(0, end))) return error
  }
  const [month, day] = [bytes.slice(5, 7), bytes.slice(8, 10)].map(Number)
  if (month === 0 || Number(month) > 12) return 'month value is outside expected range of 1-12'
  return dayOf(bytes).getUTCDate() === day ? undefined : 'day value is outside expected range'
}

/** Returns the first moment (UTC) of a date. A day after the end of the month becomes a day of the next month. */
function dayOf(date: string): Date {
  const day = new Date(0)
  // `Date.UTC` would add 1900 to years before 100.
  day.setUTCFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
  return day
}

/** Reads a number of seconds since 1970, or of milliseconds if the number is large. */
export function parseUnixTime(number: number): Parsed {
  const seconds = Math.abs(number) > maxSeconds ? number / 1000 : number
  if (seconds >= year10000Seconds) return { error: 'dates after 9999 are not supported as unix timestamps' }
  if (seconds < year0Seconds) return { error: 'dates before 0000 are not supported as unix timestamps' }
  const time = Math.round(seconds * 1_000_000)
  const micros = ((time % 1_000_000) + 1_000_000) % 1_000_000
  const iso = new Date((time - micros) / 1000).toISOString().slice(0, 19)
  return { time, iso: `${iso}${fractionOf(micros)}+00:00` }
}

const fractionOf = (micros: number) => (micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`)
