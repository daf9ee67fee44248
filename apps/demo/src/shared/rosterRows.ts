import { isInvitationExpired, isNobodysSeat, seatOccupant, type CustomerSeat, type SeatsList } from '@seats/core'
import { isOptimisticSeat } from '@seats/core/query'
import { formatInitials, hueOf } from './format.ts'
import type { RowStatus } from './RowStatus.ts'
import { text } from './text.ts'

/** A seat as the table shows it. */
export interface RosterRow {
  seat: CustomerSeat
  status: RowStatus
  /** The person's name, or their address if the name is not known. */
  name: string
  address: string | null
  initials: string
  hue: number
  /** When the seat was claimed or, before that, when its invitation was made. */
  since: string
}

export interface RosterView {
  search: string
  status: 'all' | RowStatus
  sort: 'newest' | 'name' | 'status'
}

export const defaultView: RosterView = { search: '', status: 'all', sort: 'newest' }

const invitationLifetimeMs = 24 * 60 * 60_000
const statusOrder: RowStatus[] = ['nobody', 'expired', 'saving', 'pending', 'claimed', 'other']

/** Returns the rows to show: searched, filtered and sorted. Leaves revoked seats out. */
export function rosterRows(roster: SeatsList, view: RosterView, now: number): RosterRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  return roster.seats
    .filter((seat) => seat.status !== 'revoked')
    .map((seat) => rowOf(seat, now))
    .filter((row) => view.status === 'all' || row.status === view.status)
    .filter(({ name, address }) => words.every((word) => `${name} ${address}`.toLowerCase().includes(word)))
    .toSorted(compare[view.sort])
}

/** Returns a person's own seats as rows, newest first. */
export const myRows = (seats: CustomerSeat[], now: number): RosterRow[] =>
  seats.map((seat) => rowOf(seat, now)).toSorted(compare.newest)

/** Returns the name to show for the occupant of a seat. */
export function rowName(seat: CustomerSeat): string {
  if (isNobodysSeat(seat)) return text.nobody
  const occupant = seatOccupant(seat)
  return occupant?.name ?? occupant?.email ?? 'Someone'
}

/** Returns when the occupant joined or was invited, in words. */
export function seatTime({ status }: RosterRow, since: string): string {
  if (status === 'nobody') return text.nobodyWhen
  return status === 'claimed' ? text.joined(since) : text.invitedWhen(since)
}

function rowOf(seat: CustomerSeat, now: number): RosterRow {
  const address = seatOccupant(seat)?.email ?? null
  const name = rowName(seat)
  return {
    seat,
    status: statusOf(seat, now),
    name,
    address: name === address ? null : address,
    initials: formatInitials(name),
    hue: hueOf(address ?? name),
    since: sinceOf(seat),
  }
}

function statusOf(seat: CustomerSeat, now: number): RowStatus {
  if (isOptimisticSeat(seat)) return 'saving'
  if (isNobodysSeat(seat)) return 'nobody'
  if (isInvitationExpired(seat, { now })) return 'expired'
  if (seat.status === 'claimed') return 'claimed'
  return seat.status === 'pending' ? 'pending' : 'other'
}

/**
 * Polar uses a seat again for the next person, so `created_at` says nothing about its present occupant. The end of their
 * invitation tells when it was made.
 */
function sinceOf({ status, claimed_at, invitation_token_expires_at: expires, created_at }: CustomerSeat): string {
  if (status === 'claimed') return claimed_at ?? created_at
  return expires === null ? created_at : new Date(Date.parse(expires) - invitationLifetimeMs).toISOString()
}

const byName = (a: RosterRow, b: RosterRow) => a.name.localeCompare(b.name, 'en')

const compare: Record<RosterView['sort'], (a: RosterRow, b: RosterRow) => number> = {
  newest: (a, b) => Date.parse(b.since) - Date.parse(a.since) || byName(a, b),
  name: byName,
  status: (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || byName(a, b),
}
