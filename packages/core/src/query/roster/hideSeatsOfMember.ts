import { withSeats } from '../../roster/patchRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import { isSeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/** The ids of the members that were removed on this page, for each query cache. */
const removedMembers = new WeakMap<object, Set<string>>()

/**
 * Shows the seats of a removed member as revoked, in all rosters of the cache and in those that are read later. A
 * roster may still have these seats, because Polar revokes them some seconds after the removal. A person who is added
 * again has a new id, so their seats are shown.
 */
export function hideSeatsOfMember(cache: SeatsCache, memberId: string): void {
  const members = removedMembers.get(cache)
  const removedIds = members ?? new Set()
  removedIds.add(memberId)
  const queries = cache.getQueryCache()
  for (const query of queries.findAll({ queryKey: ['seats'] })) hide(query, removedIds)
  if (members !== undefined) return
  removedMembers.set(cache, removedIds)
  queries.subscribe(({ query, action }) => {
    if (action?.type === 'success') hide(query, removedIds)
  })
}

type Query = ReturnType<ReturnType<SeatsCache['getQueryCache']>['findAll']>[number]

function hide(query: Query, removedIds: ReadonlySet<string>): void {
  const { data } = query.state
  const isRemoved = ({ member_id, status }: CustomerSeat) =>
    member_id !== null && status !== 'revoked' && removedIds.has(member_id)
  if (query.queryKey[2] !== 'listSeats' || !isSeatsList(data) || !data.seats.some(isRemoved)) return
  const seats = data.seats.map((seat) => (isRemoved(seat) ? { ...seat, ...revoked } : seat))
  query.setState({ data: withSeats(data, seats) })
}

const revoked = {
  status: 'revoked',
  customer_id: null,
  member_id: null,
  member: null,
  email: null,
  customer_email: null,
} as const
