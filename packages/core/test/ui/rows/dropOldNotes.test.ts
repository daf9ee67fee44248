import { en } from '@seats/core/messages'
import {
  createClickFilter,
  createRowNotes,
  dropOldNotes,
  rosterRows,
  rowKey,
  type RosterRow,
  type RowNote,
} from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const now = Date.parse('2026-11-23T10:30:00Z')
const rowOf = (change: Parameters<typeof seat>[0] = {}) =>
  rosterRows([seat({ customer_email: 'ada@fernhill.example', ...change })], { now }, en) as [RosterRow]
const [invitedRow] = rowOf()
const [activeRow] = rowOf({ status: 'claimed' })
const [savingRow] = rowOf({ id: 'optimistic:1' })

/** Returns whether the message of an invited person stays when the roster has these rows. */
function isKept(note: Omit<RowNote, 'row' | 'message'>, ...rows: RosterRow[]): boolean {
  const notes = createRowNotes()
  notes.set(rowKey(invitedRow.seat), { ...note, row: invitedRow, message: 'the news' })
  dropOldNotes(notes, rows, createClickFilter())
  return notes.getState().notes.size === 1
}

test('a question, and an error of a call that revokes nobody, disappear together with the row of the person', () => {
  expect(isKept({ step: 'asking' })).toBe(false)
  expect(isKept({ step: 'problem' })).toBe(false)
  expect(isKept({ step: 'asking' }, invitedRow)).toBe(true)
  expect(isKept({ step: 'problem' }, invitedRow)).toBe(true)
})

test('an error or a question disappears when the person has accepted', () => {
  expect(isKept({ step: 'asking' }, activeRow)).toBe(false)
  expect(isKept({ step: 'problem' }, activeRow)).toBe(false)
})

test('an error that explains why the row is gone disappears when the person has another seat, or the same seat again', () => {
  const [otherSeatRow] = rowOf({ id: 'd0e0a7f6-3a53-4b53-8a39-0c6b2f1f6a12' })
  const [newInvitationRow] = rowOf({ invitation_token_expires_at: '2026-11-24T11:00:00Z' })
  const error = { step: 'problem', outlivesSeat: true } as const
  expect(isKept(error, otherSeatRow)).toBe(false)
  expect(isKept(error, newInvitationRow)).toBe(false)
  expect(isKept(error, invitedRow)).toBe(true)
})

test('the message about a revoke stays, and disappears when the person has a seat again', () => {
  expect(isKept({ step: 'gone', canUndo: true })).toBe(true)
  expect(isKept({ step: 'gone', canUndo: true }, invitedRow)).toBe(false)
})

test('a row that is shown before the server’s answer removes no message, because its call can fail', () => {
  expect(savingRow.status).toBe('saving')
  expect(isKept({ step: 'gone', canUndo: true }, savingRow)).toBe(true)
})

test('a message about a call that is under way, or that may have revoked the seat, stays without the row', () => {
  expect(isKept({ step: 'busy', action: 'revoke' })).toBe(true)
  expect(isKept({ step: 'problem', outlivesSeat: true })).toBe(true)
})

test('a click is too early if a question has just disappeared, because other buttons are now in its place', () => {
  const notes = createRowNotes()
  const id = rowKey(activeRow.seat)
  notes.set(id, { step: 'asking', row: activeRow, message: 'Revoke?' })
  const clickFilter = createClickFilter()
  expect(clickFilter.ignores(id, { detail: 1 })).toBe(false)
  dropOldNotes(notes, [invitedRow], clickFilter)
  expect(clickFilter.ignores(id, { detail: 1 })).toBe(true)
})
