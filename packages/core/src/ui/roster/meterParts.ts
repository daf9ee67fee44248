import type { RosterSummary } from '../../roster/summarizeRoster.ts'

/** A part of the meter: the seats of one status, or the free seats. */
export type MeterPart = 'claimed' | 'pending' | 'expired' | 'free'

/**
 * Counts a roster's seats by kind, each seat once. A seat with an expired invitation is still taken, so it is not
 * counted as free.
 */
export function meterParts({
  claimed,
  pending,
  expired,
  available,
}: RosterSummary): { name: MeterPart; count: number }[] {
  return [
    { name: 'claimed', count: claimed },
    { name: 'pending', count: pending - expired },
    { name: 'expired', count: expired },
    { name: 'free', count: available },
  ]
}
