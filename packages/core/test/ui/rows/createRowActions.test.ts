import { SeatsError, type SeatPermissions } from '@seats/core'
import { en } from '@seats/core/messages'
import {
  createClickGuard,
  createRowActions,
  createRowNotes,
  noSeatPermissions,
  rosterRows,
  rowKey,
  type RosterRow,
  type RowCalls,
} from '@seats/core/ui'
import { expect, onTestFinished, test, vi } from 'vitest'
import { seat } from '../seat.ts'

const owner: SeatPermissions = { ...noSeatPermissions, assignSeat: true, immediateClaim: true, revokeSeat: true }

function table(can = owner, calls: Partial<RowCalls> = {}) {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T10:30:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const sentCalls: string[] = []
  const answer = (name: string) => async () => void sentCalls.push(name)
  const notes = createRowNotes()
  const actions = createRowActions(notes, createClickGuard(), () => ({
    messages: en,
    can,
    resend: answer('resend'),
    reinvite: answer('reinvite'),
    revoke: answer('revoke'),
    assign: async (invitee) => {
      sentCalls.push(invitee.immediate_claim ? 'seat' : 'invite')
      return seat({ status: invitee.immediate_claim ? 'claimed' : 'pending' })
    },
    ...calls,
  }))
  const noteOf = (row: RosterRow) => notes.now().notes.get(rowKey(row.seat))
  return { actions, sentCalls, noteOf }
}

const rowOf = (change: Parameters<typeof seat>[0], yours?: string[]): RosterRow => {
  const [row] = rosterRows([seat(change)], { now: Date.parse('2026-11-23T10:30:00Z'), yours: new Set(yours) }, en)
  if (row === undefined) throw new Error('There is no row.')
  return row
}

const active = rowOf({ status: 'claimed', customer_email: 'ada@fernhill.example' })
const invited = rowOf({})

test('an active person is asked about, with their name, and nothing is sent before the confirmation', async () => {
  const { actions, sentCalls, noteOf } = table()
  actions.revoke(active)
  expect(noteOf(active)).toMatchObject({ step: 'asking', message: expect.stringContaining('ada@fernhill.example') })
  expect(sentCalls).toEqual([])
  actions.confirm(active)
  await vi.waitFor(() => expect(noteOf(active)).toMatchObject({ step: 'gone', canUndo: true }))
  expect(sentCalls).toEqual(['revoke'])
})

test('an invited person is revoked at once, and can be invited again', async () => {
  const { actions, sentCalls, noteOf } = table()
  actions.revoke(invited)
  await vi.waitFor(() => expect(noteOf(invited)).toMatchObject({ step: 'gone', canUndo: true }))
  actions.undo(invited)
  await vi.waitFor(() => expect(noteOf(invited)).toMatchObject({ step: 'done' }))
  expect(sentCalls).toEqual(['revoke', 'invite'])
})

test('one is asked before one revokes oneself, invited or active', () => {
  const { actions, sentCalls, noteOf } = table()
  const you = rowOf({ id: 'yours' }, ['yours'])
  actions.revoke(you)
  expect(noteOf(you)).toMatchObject({ step: 'asking', message: en.row.askRevokeYou })
  expect(sentCalls).toEqual([])
})

test('the question says so if an undo could only invite the person again', () => {
  const { actions, noteOf } = table({ ...owner, immediateClaim: false })
  actions.revoke(active)
  expect(noteOf(active)?.message).toContain(en.row.undoInvites)
  const other = table()
  other.actions.revoke(active)
  expect(other.noteOf(active)?.message).not.toContain(en.row.undoInvites)
})

test('who may not assign cannot undo', async () => {
  const { actions, noteOf } = table({ ...owner, assignSeat: false })
  actions.revoke(invited)
  await vi.waitFor(() => expect(noteOf(invited)).toMatchObject({ step: 'gone', canUndo: false }))
})

test('the second click of a double click sends nothing', async () => {
  const { actions, sentCalls, noteOf } = table()
  actions.resend(invited)
  actions.resend(invited)
  actions.reinvite(invited)
  await vi.waitFor(() => expect(noteOf(invited)).toMatchObject({ step: 'done' }))
  expect(sentCalls).toEqual(['resend'])
})

test('an undo that failed can be tried again', async () => {
  const { actions, noteOf } = table(owner, { assign: () => Promise.reject(new Error('no')) })
  actions.confirm(active)
  await vi.waitFor(() => expect(noteOf(active)).toMatchObject({ step: 'gone' }))
  actions.undo(active)
  await vi.waitFor(() => expect(noteOf(active)?.message).toContain(en.errors.unknown))
  expect(noteOf(active)).toMatchObject({ step: 'gone', canUndo: true })
})

test('good news goes away by itself, an undo stays', async () => {
  const { actions, noteOf } = table()
  actions.resend(invited)
  await vi.waitFor(() => expect(noteOf(invited)).toMatchObject({ step: 'done' }))
  vi.advanceTimersByTime(60_000)
  expect(noteOf(invited)).toBeUndefined()
  actions.confirm(active)
  await vi.waitFor(() => expect(noteOf(active)).toMatchObject({ step: 'gone' }))
  vi.advanceTimersByTime(60_000)
  expect(noteOf(active)).toMatchObject({ step: 'gone' })
})

test('the error of a re-invite outlives the seat, and so does one that says that somebody else has it', async () => {
  const fail = () => Promise.reject(new Error('no'))
  const { actions, noteOf } = table(owner, { revoke: fail, resend: fail, reinvite: fail })
  actions.resend(invited)
  await vi.waitFor(() => expect(noteOf(invited)?.step).toBe('problem'))
  expect(noteOf(invited)?.outlivesSeat).toBeUndefined()
  actions.reinvite(invited)
  await vi.waitFor(() => expect(noteOf(invited)?.outlivesSeat).toBe(true))

  const changed = new SeatsError({ code: 'SeatOccupantChanged', detail: 'Somebody else has the seat.' })
  const other = table(owner, { resend: () => Promise.reject(changed) })
  other.actions.resend(invited)
  await vi.waitFor(() => expect(other.noteOf(invited)?.outlivesSeat).toBe(true))
})
