import { isInvitationExpired, seatOccupant, type CustomerSeat, type SeatsList } from '@seats/core'
import { isOptimisticSeat } from '@seats/core/query'
import { formatInitials, hueOf } from './format.ts'

export type RowStatus = 'claimed' | 'pending' | 'expired' | 'saving' | 'other'

/** One seat as it is shown. */
export interface RosterRow {
  seat: CustomerSeat
  status: RowStatus
  /** The address, where the name is not known. */
  name: string
  address: string | null
  initials: string
  hue: number
  /** When it was claimed, else when the invitation was made. */
  since: string
}

export interface RosterView {
  search: string
  status: 'all' | RowStatus
  sort: 'newest' | 'name' | 'status'
}

export const defaultView: RosterView = { search: '', status: 'all', sort: 'newest' }

const invitationLifetime = 24 * 60 * 60_000
const statusOrder: RowStatus[] = ['expired', 'saving', 'pending', 'claimed', 'other']

/** The people of a roster, as searched, filtered and sorted. A revoked seat is nobody's. */
export function rosterRows(roster: SeatsList, view: RosterView, now: number): RosterRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  return roster.seats
    .filter((seat) => seat.status !== 'revoked')
    .map((seat) => rowOf(seat, now))
    .filter((row) => view.status === 'all' || row.status === view.status)
    .filter(({ name, address }) => words.every((word) => `${name} ${address}`.toLowerCase().includes(word)))
    .toSorted(compare[view.sort])
}

/** What to call who has a seat. */
export function rowName(seat: CustomerSeat): string {
  const occupant = seatOccupant(seat)
  return occupant?.name ?? occupant?.email ?? 'Someone'
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
  if (isInvitationExpired(seat, { now })) return 'expired'
  if (seat.status === 'claimed') return 'claimed'
  return seat.status === 'pending' ? 'pending' : 'other'
}

/** A seat's row is used again for the next person: its creation says nothing about them, the invitation's end does. */
function sinceOf({ status, claimed_at, invitation_token_expires_at: expires, created_at }: CustomerSeat): string {
  if (status === 'claimed') return claimed_at ?? created_at
  return expires === null ? created_at : new Date(Date.parse(expires) - invitationLifetime).toISOString()
}

const byName = (a: RosterRow, b: RosterRow) => a.name.localeCompare(b.name, 'en')

const compare: Record<RosterView['sort'], (a: RosterRow, b: RosterRow) => number> = {
  newest: (a, b) => Date.parse(b.since) - Date.parse(a.since) || byName(a, b),
  name: byName,
  status: (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || byName(a, b),
}
