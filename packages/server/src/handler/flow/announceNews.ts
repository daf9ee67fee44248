import type { CustomerSeat, SeatSource } from '@seats/core'
import { publishChanged, publishSeat } from '../../events/publishEvents.ts'
import type { Report } from '../../internal/createReport.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import { rememberOccupant } from '../../occupants/occupantMemory.ts'
import type { RosterIndex } from '../../rosterIndex/createRosterIndex.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'

/** A seat as it is now, or a source whose roster has to be read again because the result of a change is unknown. */
export type News = { seat: CustomerSeat } | { source: SeatSource }

/** A store that hangs must not delay the answer beyond the 10 s that a client in a browser waits. */
const announceTimeoutMs = 800

/**
 * Publishes news to the live streams, and stores who the occupant of a changed seat is. Never fails, because the change
 * has been made by then.
 *
 * The answer waits for it, because some platforms stop a process after its answer. If it is cut off, Polar's webhook
 * publishes the same change later.
 */
export async function announceNews(store: SeatsStore, index: RosterIndex, news: News, report: Report): Promise<void> {
  // Runs all at the same time, so that one completes even if another fails or hangs. The index comes first, because a
  // gate reads it as soon as it hears of the change.
  const tasks =
    'seat' in news
      ? [
          rememberOccupant(store, news.seat),
          index
            .recordSeat(news.seat, 'hand')
            .catch(report)
            .then(() => publishSeat(store, news.seat)),
        ]
      : [
          index
            .invalidate(news.source)
            .catch(report)
            .then(() => publishChanged(store, news.source)),
        ]
  await withTimeLimit<unknown>(Promise.all(tasks.map((task) => task.catch(report))), announceTimeoutMs, () => {})
}
