import type { MaybeRef } from 'vue'

export interface LiveRosterOption {
  /**
   * True to follow the events of `@seats/server`, so that other people's changes are shown at once. If no events
   * arrive, the roster is read every 15 s while an invitation is pending and the page is visible. Default `false`.
   */
  live?: MaybeRef<boolean>
}
