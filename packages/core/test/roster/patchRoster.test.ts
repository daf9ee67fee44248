import { patchRoster } from '@seats/core'
import { expect, test } from 'vitest'
import { seatOf, revokedSeat, roster, seat, source, uuid } from '../seats.ts'

const oldSeat = seatOf('ada@example.com', { modified_at: '2026-08-01T10:00:00.000500Z' })
const list = roster([seatOf('grace@example.com'), oldSeat])

test('a newer version of a seat replaces its row, and the other rows stay the same objects', () => {
  const claimedSeat = { ...oldSeat, status: 'claimed', modified_at: '2026-08-01T10:00:00.000501Z' }
  const patchedRoster = patchRoster(list, claimedSeat, source)
  expect(patchedRoster.seats[1]).toBe(claimedSeat)
  expect(patchedRoster.seats[0]).toBe(list.seats[0])
  expect(list.seats[1]).toBe(oldSeat)
})
test('an older version is ignored, and versions are compared as times', () => {
  const olderTimes = ['2026-08-01T10:00:00.000499Z', '2026-08-01T10:00:00Z', '2026-08-01T11:59:59+02:00']
  for (const modified_at of olderTimes) expect(patchRoster(list, { ...oldSeat, modified_at }, source)).toBe(list)
  // This time is later than that of `oldSeat`, although its text is first in the order of texts.
  const newerSeat = { ...oldSeat, modified_at: '2026-08-01T08:00:01-02:00' }
  expect(patchRoster(list, newerSeat, source).seats[1]).toBe(newerSeat)
})
test('a seat of the same version replaces the row', () => {
  const sameSeat = { ...oldSeat }
  expect(patchRoster(list, sameSeat, source).seats[1]).toBe(sameSeat)
})
test('the free seats are counted again', () => {
  expect(patchRoster(list, seatOf('new@example.com'), source)).toMatchObject({ available_seats: 7, total_seats: 10 })
  expect(
    patchRoster(list, revokedSeat({ id: oldSeat.id, modified_at: '2026-08-02T00:00:00Z' }), source).available_seats,
  ).toBe(9)
  expect(patchRoster(roster([], 0), seatOf('new@example.com'), source).available_seats).toBe(0)
})
test('a seat of another source is ignored, and the id of the source can have any spelling of a UUID', () => {
  expect(patchRoster(list, seatOf('x@example.com'), { subscription_id: uuid() })).toBe(list)
  expect(patchRoster(list, seatOf('x@example.com'), { order_id: source.subscription_id })).toBe(list)
  const otherSpelling = { subscription_id: `{${source.subscription_id.toUpperCase()}}` }
  expect(patchRoster(list, seatOf('x@example.com'), otherSpelling).seats).toHaveLength(3)
  const order = { order_id: uuid() }
  const seatOfOrder = seat({ subscription_id: null, order_id: order.order_id })
  expect(patchRoster(roster([]), seatOfOrder, order).seats).toEqual([seatOfOrder])
})
