import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { summarizeRoster, type RosterSummary } from '../../roster/summarizeRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * TanStack's `select` for a roster in numbers, and what the caller selects of them.
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
export const selectSummary =
  <Data = RosterSummary>(
    client: SeatsClient,
    select: (summary: RosterSummary) => Data = (summary) => summary as Data,
  ): ((roster: SeatsList) => Data) =>
  (roster) =>
    select(summarizeRoster(roster, { now: client.earliestNow() }))
