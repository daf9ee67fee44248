import { en } from '@seats/core/messages'
import { createRowNotes, dropOldNotes, rosterRows, rowKey, type RosterRow, type RowNote } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const now = Date.parse('2026-11-23T10:30:00Z')
const rowOf = (change: Parameters<typeof seat>[0] = {}) =>
  rosterRows([seat({ customer_email: 'ada@fernhill.example', ...change })], { now }, en) as [RosterRow]
const [invited] = rowOf()
const [active] = rowOf({ status: 'claimed' })
const [saving] = rowOf({ id: 'optimistic:1' })

/** Returns whether the message of an invited person stays when the roster has these rows. */
function isKept(note: Omit<RowNote, 'row' | 'message'>, ...rows: RosterRow[]): boolean {
  const notes = createRowNotes()
  notes.set(rowKey(invited.seat), { ...note, row: invited, message: 'the news' })
  dropOldNotes(notes, rows)
  return notes.getState().notes.size === 1
}

test('a question, and an error of a call that revokes nobody, disappear together with the row of the person', () => {
  expect(isKept({ step: 'asking' })).toBe(false)
  expect(isKept({ step: 'problem' })).toBe(false)
  expect(isKept({ step: 'asking' }, invited)).toBe(true)
  expect(isKept({ step: 'problem' }, invited)).toBe(true)
})

test('an error disappears when the person has accepted', () => {
  expect(isKept({ step: 'problem' }, active)).toBe(false)
})

test('an error that explains why the row is gone disappears when the person has another seat, or the seat again', () => {
  const [withOtherSeat] = rowOf({ id: 'd0e0a7f6-3a53-4b53-8a39-0c6b2f1f6a12' })
  const [invitedAgain] = rowOf({ invitation_token_expires_at: '2026-11-24T11:00:00Z' })
  const error = { step: 'problem', outlivesSeat: true } as const
  expect(isKept(error, withOtherSeat)).toBe(false)
  expect(isKept(error, invitedAgain)).toBe(false)
  expect(isKept(error, invited)).toBe(true)
})

test('the message about a revoke stays, and disappears when the person has a seat again', () => {
  expect(isKept({ step: 'gone', canUndo: true })).toBe(true)
  expect(isKept({ step: 'gone', canUndo: true }, invited)).toBe(false)
})

test('a row that is shown in advance removes nothing, because its call can fail', () => {
  expect(saving.status).toBe('saving')
  expect(isKept({ step: 'gone', canUndo: true }, saving)).toBe(true)
})

test('a message about a call that is under way, or that may have revoked the seat, stays without the row', () => {
  expect(isKept({ step: 'busy', action: 'revoke' })).toBe(true)
  expect(isKept({ step: 'problem', outlivesSeat: true })).toBe(true)
})
