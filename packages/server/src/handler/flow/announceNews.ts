import type { CustomerSeat, SeatSource } from '@seats/core'
import { publishChanged, publishSeat } from '../../events/publishEvents.ts'
import type { Report } from '../../internal/createReport.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'
import { rememberOccupant } from '../../occupants/occupantMemory.ts'

/** What there is to tell: a seat as it is now, or a source where nobody knows what became of a change. */
export type News = { seat: CustomerSeat } | { source: SeatSource }

/** A store that hangs must not keep an answer for longer than what is left of a browser's 10 s. */
const patience = 800

/**
 * Tells the live streams, and remembers whose seat it is. Never fails: the change is made by then. It is waited for at
 * all because some platforms stop with the answer; what they cut off all the same, Polar's webhook tells again.
 */
export async function announce(store: SeatsStore, news: News, report: Report): Promise<void> {
  // Beside each other: where one fails or hangs, the other is done.
  const telling =
    'seat' in news
      ? [rememberOccupant(store, news.seat), publishSeat(store, news.seat)]
      : [publishChanged(store, news.source)]
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([Promise.all(telling.map((told) => told.catch(report))), late])
  clearTimeout(timer)
}
