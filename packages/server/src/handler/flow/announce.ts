import type { CustomerSeat, SeatSource } from '@seats/core'
import { publishChanged, publishSeat } from '../../events/publishEvents.ts'
import type { ReportError } from '../../internal/createErrorReporter.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import { rememberOccupant } from '../../occupants/occupantMemory.ts'
import type { StoredIndex } from '../../rosterIndex/createStoredIndex.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'

/** A seat as it is now, or a source whose roster and subscription the pages have to read again. */
export type Announcement = { seat: CustomerSeat } | { source: SeatSource }

/** The longest time that a slow store may delay the answer. A client in a browser waits for 10 s. */
const announceTimeoutMs = 800

/**
 * Publishes changes to the live streams, and stores the occupant of a changed seat. Never fails, because the change has
 * already been made.
 *
 * The answer waits for the publication, because some platforms stop a process after its answer. If the process is
 * stopped too early, Polar's webhook publishes the same change later.
 */
export async function announce(
  store: SeatsStore,
  index: StoredIndex,
  announcement: Announcement,
  report: ReportError,
): Promise<void> {
  // The tasks run at the same time, so that one completes even if another fails or hangs. But the index is changed
  // before the event is published, because a gate that gets the event reads the index at once.
  const tasks =
    'seat' in announcement
      ? [
          rememberOccupant(store, announcement.seat),
          index
            .recordSeat(announcement.seat, 'guard')
            .catch(report)
            .then(() => publishSeat(store, announcement.seat)),
        ]
      : [
          index
            .invalidate(announcement.source)
            .catch(report)
            .then(() => publishChanged(store, announcement.source)),
        ]
  await withTimeLimit<unknown>(Promise.all(tasks.map((task) => task.catch(report))), announceTimeoutMs, () => {})
}
