import type { CustomerSeat } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAt } from './assignment.ts'

/** Revokes of one roster that happened together, and after which nobody was left. Times are in microseconds. */
export interface Sweep {
  from: number
  to: number
  /** The number of people who lost their seat. */
  count: number
}

/** Polar revokes all seats of a subscription at once. Revokes by hand are further apart. */
const maxGap = 1_000_000

/**
 * Returns the sweeps that a roster shows, oldest first. It shows only the latest revoke of each row, so it may miss some
 * of an older sweep.
 *
 * @param boundaries The times at which the subscription lapsed or ended: revokes before and after it are not one sweep.
 */
export function findSweeps(seats: readonly CustomerSeat[], boundaries: readonly number[]): Sweep[] {
  const revokes = seats
    .flatMap((seat) => {
      const at = revokedAt(seat)
      return at === undefined ? [] : { at, start: assignedAt(seat) ?? -Infinity }
    })
    .toSorted((a, b) => a.at - b.at)
  const clusters: Sweep[] = []
  for (const { at, start } of revokes) {
    const last = clusters.at(-1)
    // A person who got a seat after the sweep began was not part of it.
    const isSeparate = ({ from, to }: Sweep) =>
      at - to > maxGap || start > from || boundaries.some((boundary) => to < boundary && boundary <= at)
    if (last === undefined || isSeparate(last)) clusters.push({ from: at, to: at, count: 1 })
    else {
      last.to = at
      last.count += 1
    }
  }
  return clusters.filter(({ from, to }) => !hasSurvivor(seats, from, to))
}

/** Returns whether a roster shows somebody who had a seat before `from` and still had it after `to`. */
export const hasSurvivor = (seats: readonly CustomerSeat[], from: number, to: number = from): boolean =>
  seats.some((seat) => (assignedAt(seat) ?? Infinity) < from && (revokedAt(seat) ?? Infinity) > to)

const revokedAt = ({ status, revoked_at }: CustomerSeat): number | undefined =>
  status === 'revoked' && revoked_at !== null ? microseconds(revoked_at) : undefined
