import { withSeats } from '../../roster/patchRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { seatsKey } from '../cache/seatsKeys.ts'
import { baseRoster } from './baseRoster.ts'
import { revokedSeat } from './optimisticSeat.ts'
import type { Overlay } from './Overlay.ts'
import type { RosterCache } from './rosterCache.ts'
import { rosterOfSeat } from './rosterOfSeat.ts'

/** The time for which a removed member's seats are shown as revoked. Polar revokes them within some seconds. */
const maxHiddenMs = 30_000

/**
 * Shows the seats of a removed member as revoked, in all rosters of this scope. Polar revokes these seats some seconds
 * after the removal, so the server's next answers may still have them. The cache keeps the server's answers. After 30
 * seconds, each roster that still has such a seat is read again, and then shown as the server has answered.
 *
 * @param removedAt milliseconds since 1970
 */
export function hideSeatsOfMember(cache: SeatsCache, scope: string, memberId: string, removedAt: number): void {
  const revokedAt = new Date(removedAt).toISOString()
  const isOfMember = (seat: CustomerSeat) => seat.member_id === memberId && seat.status !== 'revoked'
  const overlay: Overlay = (roster) =>
    roster.seats.some(isOfMember)
      ? withSeats(
          roster,
          roster.seats.map((seat) => (isOfMember(seat) ? revokedSeat(seat, revokedAt) : seat)),
        )
      : roster
  overlay.isAnswered = true
  const seatOfMember = (cached: unknown) => baseRoster(cached)?.seats.find(isOfMember)

  const queries = cache.getQueryCache()
  const queryKey = seatsKey(scope, null).slice(0, -1)
  const rostersById = new Map<unknown, RosterCache | undefined>()
  const hide = (query: { queryKey: readonly unknown[]; state: { data: unknown } }) => {
    const id = query.queryKey[3]
    const seat = rostersById.has(id) ? undefined : seatOfMember(query.state.data)
    if (seat === undefined) return
    const roster = rosterOfSeat(cache, scope, seat)
    rostersById.set(id, roster)
    roster?.show(overlay)
  }
  for (const query of queries.findAll({ queryKey })) hide(query)
  // A roster of another source may be read in the meantime.
  const unsubscribe = queries.subscribe(({ query, action }) => {
    if (action?.type === 'success' && queryKey.every((part, index) => part === query.queryKey[index])) hide(query)
  })
  const timer: unknown = setTimeout(async () => {
    const outdatedQueries = queries.findAll({ queryKey }).filter(({ state }) => seatOfMember(state.data))
    // Waits for the answers, so that a seat that Polar has revoked is not shown as claimed in between.
    await Promise.all(outdatedQueries.map(({ queryKey }) => cache.invalidateQueries({ queryKey })))
    unsubscribe()
    for (const roster of rostersById.values()) roster?.record(overlay)
  }, maxHiddenMs)
  // In Node, the timer does not keep the process alive. A browser's timer is a number.
  ;(timer as { unref?: () => void }).unref?.()
}
