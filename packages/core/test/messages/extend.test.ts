import { en, extend } from '@seats/core/messages'
import { expect, test } from 'vitest'

const licence = {
  one: 'licence',
  other: 'licences',
  title: 'Licences',
  of: 'licences',
  a: 'a licence',
  the: 'the licence',
  no: 'no licence',
}

test('a sentence that is not given comes from the base', () => {
  const messages = extend(en, { inviteForm: { submit: 'Send' }, bulk: { outcomes: { failed: 'did not work' } } })
  expect(messages.inviteForm).toMatchObject({ submit: 'Send', label: en.inviteForm.label })
  expect(messages.bulk.outcomes).toEqual({ ...en.bulk.outcomes, failed: 'did not work' })
  expect(messages.bulk.start({ count: 2 })).toBe('Invite 2 people')
  expect(en.inviteForm.submit).toBe('Invite')
})

test('an undefined entry changes nothing', () => {
  const messages = extend(en, { meter: undefined, common: { undo: undefined }, locale: undefined })
  expect(messages.meter.full).toBe(en.meter.full)
  expect(messages.common.undo).toBe('Undo')
  expect(messages.locale).toBe('en')
})

test('sentences use the new name of a seat', () => {
  const messages = extend(en, { terms: { seat: licence } })
  expect(messages.meter.used({ used: 1, total: 2 })).toBe('1 of 2 licences used')
  expect(messages.errors.byCode.SeatNotAvailable).toContain('Every licence is taken')
  expect(messages.row.freed).toBe('The licence is free again.')
})

test('an app’s own sentences stay after a later change of terms, locale or time zone', () => {
  const firstChange = extend(en, { row: { revoke: 'Take away' } })
  const messages = extend(extend(firstChange, { terms: { seat: licence } }), {
    locale: 'de-CH',
    timeZone: 'Asia/Tokyo',
  })
  expect(messages.row.revoke).toBe('Take away')
  expect(messages.meter.full).toBe('Every licence is taken.')
  expect(messages.bulk.start({ count: 12_345 })).toMatch(/^Invite 12['’]345 people$/)
  expect(messages.seatCount.reduced({ count: 1, at: '2026-12-31T20:00:00Z' })).toContain('1. Jan. 2027')
})

test('if one sentence is changed twice, the later change counts', () => {
  const messages = extend(extend(en, { common: { undo: 'A' } }), { common: { undo: 'B' } })
  expect(messages.common.undo).toBe('B')
})

test('in a copy of a catalogue, only the entries of the patch are replaced', () => {
  const messages = extend({ ...en, common: { ...en.common, undo: 'Back' } }, { common: { cancel: 'No' } })
  expect(messages.common).toMatchObject({ undo: 'Back', cancel: 'No', close: 'Close' })
})

test('the sentence of an error code can be replaced', () => {
  const messages = extend(en, { errors: { byCode: { SeatNotAvailable: 'Full.' } } })
  expect(messages.errors.byCode.SeatNotAvailable).toBe('Full.')
})
