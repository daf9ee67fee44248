import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * Shows a change before the server's answer. Returns the roster with the change, or the same roster if nothing changes.
 */
export type Overlay = (roster: SeatsList) => SeatsList

/** Returns the roster with all these changes. */
export const withOverlays = (roster: SeatsList, overlays: Overlay[]): SeatsList =>
  overlays.reduce((changed, overlay) => overlay(changed), roster)
