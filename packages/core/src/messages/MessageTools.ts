import { cachedFormat } from './format/cachedFormat.ts'
import { formatDay } from './format/formatDay.ts'
import { formatDuration } from './format/formatDuration.ts'
import { formatMoney } from './format/formatMoney.ts'
import { formatSince } from './format/formatSince.ts'
import type { SeatForms, Terms } from './types/Terms.ts'

/** The texts for the categories of `Intl.PluralRules`. A category without a text uses `other`. */
export type PluralForms = Pick<SeatForms, 'other'> &
  Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string | undefined>>

/** The settings of a catalogue. */
export interface MessageSettings {
  /** A BCP 47 tag. Numbers, money, dates and plurals follow it. */
  locale: string
  /** An IANA name, such as `Europe/Berlin`. Undefined for the time zone of the runtime. */
  timeZone: string | undefined
  terms: Terms
}

/** Formats values in the sentences of one catalogue. */
export interface MessageTools extends MessageSettings {
  seat: SeatForms
  number: (value: number) => string
  /** Returns the form for a count. */
  plural: (count: number, forms: PluralForms) => string
  /** Returns a count and its word: "5 people". `space` is the text between them. */
  counted: (count: number, forms: PluralForms, space?: string) => string
  seats: (count: number) => string
  /** Like `seats`, after "of": "2 of 5 seats". */
  ofSeats: (count: number) => string
  money: (values: { amount: number; currency: string }) => string
  day: (at: string) => string
  since: (values: { at: string; now: number }, justNow: string) => string
  duration: (ms: number) => string
  /** Returns the time that a user has to wait, rounded up, with whole words for the units: "12 seconds". */
  wait: (seconds: number) => string
  list: (items: string[]) => string
}

/** @param space The text between a number and the word that follows it. Empty for Japanese. */
export function createMessageTools(settings: MessageSettings, space: string): MessageTools {
  const { locale, timeZone, terms } = settings
  const number = (value: number) => cachedFormat(['number', locale], () => new Intl.NumberFormat(locale)).format(value)
  const category = (count: number) => cachedFormat(['plural', locale], () => new Intl.PluralRules(locale)).select(count)
  const plural = (count: number, forms: PluralForms) => forms[category(count)] ?? forms.other
  const counted = (count: number, forms: PluralForms, between = space) =>
    `${number(count)}${between}${plural(count, forms)}`
  return {
    ...settings,
    seat: terms.seat,
    number,
    plural,
    counted,
    seats: (count) => counted(count, terms.seat),
    ofSeats: (count) =>
      counted(count, category(count) === 'one' ? terms.seat : { other: terms.seat.of, many: terms.seat.many }),
    money: ({ amount, currency }) => formatMoney(amount, currency, locale),
    day: (at) => formatDay(at, locale, timeZone),
    since: ({ at, now }, justNow) => formatSince(at, now, { locale, timeZone, justNow }),
    duration: (ms) => formatDuration(ms, locale),
    wait: (seconds) => formatDuration(roundUp(seconds) * 1000, locale, 'long'),
    list: (items) =>
      cachedFormat(['list', locale], () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items),
  }
}

/** Rounds up to whole seconds, and more than two minutes up to whole minutes, so that nobody tries again too early. */
const roundUp = (seconds: number) => (seconds > 120 ? Math.ceil(seconds / 60) * 60 : Math.max(1, Math.ceil(seconds)))
