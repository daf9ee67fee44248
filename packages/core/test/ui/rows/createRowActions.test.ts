import { SeatsError, type CustomerSeat, type SeatPermissions } from '@seats/core'
import { en } from '@seats/core/messages'
import {
  createClickFilter,
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

const permissions: SeatPermissions = { ...noSeatPermissions, assignSeat: true, immediateClaim: true, revokeSeat: true }

function createTable(can = permissions, calls: Partial<RowCalls> = {}) {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T10:30:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const sentCalls: string[] = []
  const answer = (name: string) => async () => void sentCalls.push(name)
  const notes = createRowNotes()
  const actions = createRowActions(notes, createClickFilter(), () => ({
    messages: en,
    can,
    resend: answer('resend'),
    reinvite: answer('reinvite'),
    read: async () => ({ data: undefined }),
    revoke: async (revoked) => {
      sentCalls.push('revoke')
      return { ...revoked, status: 'revoked' }
    },
    assign: async (invitee) => {
      sentCalls.push(invitee.immediate_claim ? 'seat' : 'invite')
      return seat({ status: invitee.immediate_claim ? 'claimed' : 'pending' })
    },
    ...calls,
  }))
  const noteOf = (row: RosterRow) => notes.getState().notes.get(rowKey(row.seat))
  return { actions, sentCalls, noteOf }
}

const rowOf = (change: Parameters<typeof seat>[0], yours?: string[]): RosterRow => {
  const [row] = rosterRows([seat(change)], { now: Date.parse('2026-11-23T10:30:00Z'), yours: new Set(yours) }, en)
  if (row === undefined) throw new Error('There is no row.')
  return row
}

const activeRow = rowOf({ status: 'claimed', customer_email: 'ada@fernhill.example' })
const invitedRow = rowOf({})

test('before an active person’s seat is revoked, a question with their name is shown and nothing is sent', async () => {
  const { actions, sentCalls, noteOf } = createTable()
  actions.revoke(activeRow)
  expect(noteOf(activeRow)).toMatchObject({ step: 'asking', message: expect.stringContaining('ada@fernhill.example') })
  expect(sentCalls).toEqual([])
  actions.confirm(activeRow)
  await vi.waitFor(() => expect(noteOf(activeRow)).toMatchObject({ step: 'gone', canUndo: true, undoInvites: false }))
  expect(sentCalls).toEqual(['revoke'])
})

test('an invitation is revoked without a question, and the message says that Undo invites the person again', async () => {
  const { actions, sentCalls, noteOf } = createTable()
  actions.revoke(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)).toMatchObject({ step: 'gone', canUndo: true, undoInvites: true }))
  actions.undo(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)).toMatchObject({ step: 'done' }))
  expect(sentCalls).toEqual(['revoke', 'invite'])
})

const rosterWith = (...seats: CustomerSeat[]) => ({ data: { seats, available_seats: 1, total_seats: 2 } })

test('an invitation that was accepted meanwhile is not revoked, and a question about the active person is shown', async () => {
  const acceptedSeat: CustomerSeat = { ...invitedRow.seat, status: 'claimed', claimed_at: '2026-11-23T10:29:00Z' }
  const { actions, sentCalls, noteOf } = createTable(permissions, { read: async () => rosterWith(acceptedSeat) })
  actions.revoke(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)?.step).toBe('asking'))
  expect(noteOf(invitedRow)).toMatchObject({
    message: `${en.row.askRevoke({ who: 'ada@fernhill.example' })} ${en.row.undoRejoins}`,
    row: { status: 'claimed', seat: acceptedSeat },
  })
  expect(sentCalls).toEqual([])
})

test('an invitation is not revoked if the roster cannot be read', async () => {
  const { actions, sentCalls, noteOf } = createTable(permissions, { read: () => Promise.reject(new Error('no')) })
  actions.revoke(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)?.step).toBe('problem'))
  expect(sentCalls).toEqual([])
})

test('Undo gives the seat back at once if the person had accepted just before the revoke', async () => {
  const { actions, sentCalls, noteOf } = createTable(permissions, {
    read: async () => rosterWith(invitedRow.seat),
    revoke: async (revoked) => ({ ...revoked, status: 'revoked', claimed_at: '2026-11-23T10:29:00Z' }),
  })
  actions.revoke(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)?.step).toBe('gone'))
  actions.undo(noteOf(invitedRow)?.row ?? invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)?.step).toBe('done'))
  expect(sentCalls).toEqual(['seat'])
})

test('a question is also shown before the user’s own invitation is revoked', () => {
  const { actions, sentCalls, noteOf } = createTable()
  const ownRow = rowOf({ id: 'yours' }, ['yours'])
  actions.revoke(ownRow)
  expect(noteOf(ownRow)).toMatchObject({ step: 'asking', message: expect.stringContaining(en.row.askRevokeYou) })
  expect(sentCalls).toEqual([])
})

test.each([
  ['that Undo gives the seat back', permissions, 'claimed', en.row.undoRejoins],
  [
    'that Undo invites an active person again',
    { ...permissions, immediateClaim: false },
    'claimed',
    en.row.undoInvites,
  ],
  ['that Undo invites a person with an unknown status', permissions, 'suspended', en.row.undoInvites],
  ['that there is no Undo', { ...permissions, assignSeat: false }, 'claimed', en.row.undoNever],
])('the question says %s, also for the user’s own row', (_undo, can, status, sentence) => {
  const { actions, noteOf } = createTable(can)
  const questionAbout = (row: RosterRow) => {
    actions.revoke(row)
    return noteOf(row)?.message
  }
  expect(questionAbout(rowOf({ status }))).toBe(`${en.row.askRevoke({ who: 'ada@fernhill.example' })} ${sentence}`)
  expect(questionAbout(rowOf({ id: 'yours', status }, ['yours']))).toBe(`${en.row.askRevokeYou} ${sentence}`)
})

test('for a user who may not assign seats, a question is shown before an invitation is revoked, and there is no Undo', async () => {
  const { actions, sentCalls, noteOf } = createTable({ ...permissions, assignSeat: false })
  for (const row of [invitedRow, rowOf({ invitation_token_expires_at: '2026-11-23T10:00:00Z' })]) {
    actions.revoke(row)
    const message = `${en.row.askRevokeInvitation({ who: 'ada@fernhill.example' })} ${en.row.undoNever}`
    expect(noteOf(row)).toMatchObject({ step: 'asking', message })
  }
  expect(sentCalls).toEqual([])
  actions.confirm(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)).toMatchObject({ step: 'gone', canUndo: false }))
})

test('a seat that nobody has is freed without a question', async () => {
  const { actions, sentCalls } = createTable({ ...permissions, assignSeat: false })
  actions.revoke(rowOf({ status: 'claimed', email: null }))
  await vi.waitFor(() => expect(sentCalls).toEqual(['revoke']))
})

test('the second click of a double click sends nothing', async () => {
  const { actions, sentCalls, noteOf } = createTable()
  actions.resend(invitedRow)
  actions.resend(invitedRow)
  actions.reinvite(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)).toMatchObject({ step: 'done' }))
  expect(sentCalls).toEqual(['resend'])
})

test('an undo that failed can be tried again', async () => {
  const { actions, noteOf } = createTable(permissions, { assign: () => Promise.reject(new Error('no')) })
  actions.confirm(activeRow)
  await vi.waitFor(() => expect(noteOf(activeRow)).toMatchObject({ step: 'gone' }))
  actions.undo(activeRow)
  await vi.waitFor(() => expect(noteOf(activeRow)?.message).toContain(en.errors.unknown))
  expect(noteOf(activeRow)).toMatchObject({ step: 'gone', canUndo: true })
})

test('a message about a success disappears by itself, and a message with Undo stays', async () => {
  const { actions, noteOf } = createTable()
  actions.resend(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)).toMatchObject({ step: 'done' }))
  vi.advanceTimersByTime(60_000)
  expect(noteOf(invitedRow)).toBeUndefined()
  actions.confirm(activeRow)
  await vi.waitFor(() => expect(noteOf(activeRow)).toMatchObject({ step: 'gone' }))
  vi.advanceTimersByTime(60_000)
  expect(noteOf(activeRow)).toMatchObject({ step: 'gone' })
})

test('the error of a re-invite stays after the seat is lost, and so does the error that somebody else has the seat', async () => {
  const rejectCall = () => Promise.reject(new Error('no'))
  const { actions, noteOf } = createTable(permissions, { revoke: rejectCall, resend: rejectCall, reinvite: rejectCall })
  actions.resend(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)?.step).toBe('problem'))
  expect(noteOf(invitedRow)?.outlivesSeat).toBeUndefined()
  actions.reinvite(invitedRow)
  await vi.waitFor(() => expect(noteOf(invitedRow)?.outlivesSeat).toBe(true))

  const changedError = new SeatsError({ code: 'SeatOccupantChanged', detail: 'Somebody else has the seat.' })
  const otherTable = createTable(permissions, { resend: () => Promise.reject(changedError) })
  otherTable.actions.resend(invitedRow)
  await vi.waitFor(() => expect(otherTable.noteOf(invitedRow)?.outlivesSeat).toBe(true))
})
