import type { CustomerSeat, SeatSource } from '@seats/core'
import { publishChanged, publishSeat } from '../../events/publishEvents.ts'
import type { Report } from '../../internal/createReport.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import { rememberOccupant } from '../../occupants/occupantMemory.ts'
import type { StoredIndex } from '../../rosterIndex/createStoredIndex.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'

/** A seat as it is now, or a source whose roster has to be read again because the result of a change is unknown. */
export type News = { seat: CustomerSeat } | { source: SeatSource }

/** The longest time that a slow store may delay the answer. A client in a browser waits for 10 s. */
const announceTimeoutMs = 800

/**
 * Publishes changes to the live streams, and stores the occupant of a changed seat. Never fails, because the change has
 * already been made.
 *
 * The answer waits for this, because some platforms stop a process after its answer. If the process is stopped too
 * early, Polar's webhook publishes the same change later.
 */
export async function announceNews(store: SeatsStore, index: StoredIndex, news: News, report: Report): Promise<void> {
  // The tasks run at the same time, so that one completes even if another fails or hangs. But the index is changed
  // before the event is published, because a gate that gets the event reads the index at once.
  const tasks =
    'seat' in news
      ? [
          rememberOccupant(store, news.seat),
          index
            .recordSeat(news.seat, 'guard')
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
