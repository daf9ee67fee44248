import { en, extend, formatMoney } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'

const at = '2026-12-23T23:30:00Z'
const timeAfter = (ms: number) => Date.parse(at) + ms
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

describe('money', () => {
  test.each([
    [2400, 'usd', 'en', '$24.00'],
    [2400, 'JPY', 'en', '¥2,400'],
    [2400, 'jpy', 'ja', '￥2,400'],
    [123_456, 'eur', 'de', '1.234,56 €'],
    [123_456, 'eur', 'fr', '1 234,56 €'],
    [1234, 'kwd', 'en', 'KWD 1.234'],
    [-500, 'usd', 'en', '-$5.00'],
    [0, 'usd', 'en', '$0.00'],
    [-0, 'usd', 'en', '$0.00'],
  ])('%d of %s in %s is %s', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text)
  })

  test('an invalid currency is rejected', () => {
    expect(() => formatMoney(1, 'dollars', 'en')).toThrow(RangeError)
  })
})

describe('a time in the past', () => {
  test.each([
    [-5 * minuteMs, 'Joined just now'],
    [59_000, 'Joined just now'],
    [5 * minuteMs, 'Joined 5 min. ago'],
    [3 * hourMs, 'Joined 3 hr. ago'],
    [dayMs, 'Joined yesterday'],
    [6 * dayMs, 'Joined 6 days ago'],
    [8 * dayMs, 'Joined Dec 23, 2026'],
  ])('of %d ms is written “%s”', (elapsed, text) => {
    const messages = extend(en, { timeZone: 'UTC' })
    expect(messages.row.joined({ at, now: timeAfter(elapsed) })).toBe(text)
  })

  test('is in the time zone of the catalogue', () => {
    const messages = extend(en, { timeZone: 'Asia/Tokyo' })
    expect(messages.row.joined({ at, now: timeAfter(30 * dayMs) })).toBe('Joined Dec 24, 2026')
  })

  test('that is not a valid time is shown as it is', () => {
    expect(en.row.joined({ at: 'soon', now: 0 })).toBe('Joined soon')
  })
})

describe('the remaining time', () => {
  test.each([
    [dayMs, '1 day left'],
    [dayMs - minuteMs, '23 hr 59 min left'],
    [2 * hourMs, '2 hr left'],
    [90_000, '1 min 30 sec left'],
    [900, '0 sec left'],
    [-hourMs, '0 sec left'],
  ])('of %d ms is written “%s”', (ms, text) => {
    expect(en.row.expiresIn({ at, now: timeAfter(-ms) })).toBe(text)
  })
})
