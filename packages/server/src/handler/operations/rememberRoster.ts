import type { SeatSource, SeatsList } from '@seats/core'
import { rememberCustomer } from '../../occupants/customerSources.ts'
import type { RequestContext } from '../flow/RequestContext.ts'

/**
 * Stores what a list tells, for changes and for the gate. Nobody waits for it: without it, a later change lists the
 * roster again.
 */
export function rememberRoster(
  { store, index, indexMaxAgeMs, report }: RequestContext,
  source: SeatSource,
  list: SeatsList,
  askedAtMs: number,
): void {
  const record = async () => {
    await rememberCustomer(store, source, list.seats)
    // A page that is read again and again need not store its roster each time.
    if (!(await index.isListed(source, indexMaxAgeMs / 2))) await index.recordList(source, list, askedAtMs)
  }
  record().catch(report)
}
