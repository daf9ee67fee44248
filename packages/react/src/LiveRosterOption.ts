export interface LiveRosterOption {
  /**
   * Follows the events of `@seats/server`, so that other people's changes are shown at once. If the server has no
   * events, the roster is read every 15 s while an invitation is pending. Default `false`.
   */
  live?: boolean
}
