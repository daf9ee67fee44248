import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { summarizeRoster, type RosterSummary } from '../../roster/summarizeRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * Returns TanStack's `select` for the numbers of a roster, followed by the caller's own `select`, which gets these
 * numbers.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatsQueryOptions, selectSummary } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = seatsQueryOptions(client, source, { select: selectSummary(client, ({ used }) => used) })
 * ```
 */
export function selectSummary(client: SeatsClient): (roster: SeatsList) => RosterSummary
export function selectSummary<Data = RosterSummary>(
  client: SeatsClient,
  select: ((summary: RosterSummary) => Data) | undefined,
): (roster: SeatsList) => Data
export function selectSummary(
  client: SeatsClient,
  select: (summary: RosterSummary) => unknown = (summary) => summary,
): (roster: SeatsList) => unknown {
  return (roster) => select(summarizeRoster(roster, { now: client.earliestNow() }))
}
