import { de, en, extend, type Messages } from '@seats/core/messages'
import { englishWords, wordsOf } from '@seats/core/ui'
import { expect, test } from 'vitest'

/** Returns the part of the catalogue that has the same entries as `part`. */
function pick(catalogue: object, part: object): unknown {
  const entries = Object.entries(catalogue).filter(([key]) => key in part)
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const entry = (part as Record<string, unknown>)[key]
      return [key, typeof entry === 'object' && entry !== null ? pick(value, entry) : value]
    }),
  )
}

/** Replaces each sentence that needs values by its code, so that two catalogues can be compared. */
const codeOf = (catalogue: unknown) =>
  JSON.stringify(catalogue, (_, value) => (typeof value === 'function' ? String(value) : value))

test('without a provider, the texts are English', () => {
  expect(codeOf(englishWords.panel)).toBe(codeOf(pick(en, englishWords.panel)))
  expect(englishWords.all(en)).toBe(en)
})

test('without options, the words are those of the outer provider', () => {
  const outer = wordsOf({ messages: de }, englishWords)
  expect(wordsOf({}, outer)).toBe(outer)
  expect(outer).toMatchObject({ panel: de })
  expect(outer.all(en)).toBe(de)
})

test.each<[string, Messages | undefined, Messages]>([
  ['the English catalogue', undefined, en],
  ['a catalogue of Seats', de, de],
  ['a catalogue that was not made by `defineMessages`', { ...de }, de],
])('a locale changes %s, which stays the same object until the options change', (_, messages, expected) => {
  const words = wordsOf({ locale: 'de-AT', timeZone: 'Asia/Tokyo' }, wordsOf({ messages }, englishWords))
  expect(words.panel).toMatchObject({ locale: 'de-AT', timeZone: 'Asia/Tokyo' })
  expect(words.all(en)).toMatchObject({ locale: 'de-AT', timeZone: 'Asia/Tokyo' })
  expect(words.all(en)).toBe(words.all(en))
  expect(words.panel.inviteForm.submit).toBe(expected.inviteForm.submit)
  expect(words.all(en).claimPage.accept).toBe(expected.claimPage.accept)
})

test('the sentences follow the locale and the time zone of the options', () => {
  const words = wordsOf({ locale: 'de', timeZone: 'Asia/Tokyo' }, englishWords)
  const whole = extend(en, { locale: 'de', timeZone: 'Asia/Tokyo' })
  const used = { used: 1, total: 1234 }
  expect(words.panel.meter.used(used)).toBe(whole.meter.used(used))
  expect(words.panel.meter.used(used)).toContain('1.234')
  const scheduled = { count: 1234, at: '2026-01-01T20:00:00Z' }
  expect(words.all(en).seatCount.scheduled(scheduled)).toBe(whole.seatCount.scheduled(scheduled))
  expect(words.all(en).seatCount.scheduled(scheduled)).toContain('1.234')
})
