import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * A change that is shown before the server's answer: a function that returns the roster with the change, or the same
 * roster if nothing changes.
 */
export interface Overlay {
  (roster: SeatsList): SeatsList
  /** True if the server has made the change already, but the rosters that it sends next may not have the change yet. */
  isAnswered?: true
}

/** Returns the roster with all these changes. */
export const withOverlays = (roster: SeatsList, overlays: Overlay[]): SeatsList =>
  overlays.reduce((changed, overlay) => overlay(changed), roster)
