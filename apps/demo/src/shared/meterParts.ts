import type { RosterSummary } from '@seats/core'

export type MeterPart = 'claimed' | 'pending' | 'expired' | 'free'

/** A roster's seats by kind, each seat once: an expired invitation holds its seat, but nobody can accept it. */
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
