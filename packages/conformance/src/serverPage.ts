import type { SeatsClient, SeatSource } from '@seats/core'
import { seatsQueryOptions } from '@seats/core/query'
import type { Component, Driver, Rendered } from './Driver.ts'
import { line, team } from './team.ts'
import { h } from './View.ts'

/** A page with several hooks. The roster is prefetched. The claim hooks have no token, so they read nothing. */
export const serverPage: Component<SeatSource> = (use, input) => {
  const drawTeam = team({ live: true })(use, input)
  const summary = use.useSeatsSummary(input)
  const bulk = use.useAssignSeats(input)
  const flow = use.useClaimFlow(() => null)
  const info = use.useClaimInfo(() => null)
  const claim = use.useClaimSeat()
  return () =>
    h(
      'div',
      {},
      drawTeam(),
      line(`${summary.data?.used} used`),
      line([bulk.status, flow.state.status, info.status, claim.status].join(' ')),
    )
}

/** Prefetches the roster through the guard and renders the page, as server frameworks do. */
export async function renderOnServer(driver: Driver, client: SeatsClient, source: SeatSource): Promise<Rendered> {
  const cache = driver.createCache()
  await cache.prefetchQuery(seatsQueryOptions(client, source))
  return driver.render({ component: serverPage, client, input: source, cache })
}
