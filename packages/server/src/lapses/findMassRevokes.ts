import type { CustomerSeat } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAtMicroseconds } from './assignedAtMicroseconds.ts'

/** Revokes on one roster that happened together, and by which everybody lost their seat. Times are in microseconds. */
export interface MassRevoke {
  from: number
  to: number
  /** The number of people who lost their seat. */
  count: number
}

/**
 * The longest time between two revokes of one mass revoke, in microseconds. Revokes by hand are usually further apart.
 */
const maxGapMicroseconds = 1_000_000

/**
 * Returns the mass revokes that a roster shows, oldest first. A roster shows only the latest revoke of each row. So for
 * an older mass revoke, some rows may be missing.
 *
 * @param hasSurvivor The function that `createSurvivorCheck` returns for these seats.
 * @param boundaries The times at which the subscription lapsed or ended. Revokes before and after such a time do not
 * belong together.
 */
export function findMassRevokes(
  seats: readonly CustomerSeat[],
  boundaries: readonly number[],
  hasSurvivor: (from: number, to?: number) => boolean,
): MassRevoke[] {
  const revokes = seats
    .flatMap((seat) => {
      const at = revokedAt(seat)
      return at === undefined ? [] : { at, start: assignedAtMicroseconds(seat) ?? -Infinity }
    })
    .toSorted((a, b) => a.at - b.at)
  const clusters: MassRevoke[] = []
  for (const { at, start } of revokes) {
    const lastCluster = clusters.at(-1)
    // A person who got a seat after the mass revoke began was not part of it.
    const isSeparate = ({ from, to }: MassRevoke) =>
      at - to > maxGapMicroseconds || start > from || boundaries.some((boundary) => to < boundary && boundary <= at)
    if (lastCluster === undefined || isSeparate(lastCluster)) clusters.push({ from: at, to: at, count: 1 })
    else {
      lastCluster.to = at
      lastCluster.count += 1
    }
  }
  return clusters.filter(({ from, to }) => !hasSurvivor(from, to))
}

/**
 * Returns a function that says whether a roster shows somebody who had a seat before `from` and still had it after
 * `to`. The function searches in a sorted list, because it is called for each row.
 */
export function createSurvivorCheck(seats: readonly CustomerSeat[]): (from: number, to?: number) => boolean {
  const assignments = seats
    .flatMap((seat) => {
      const start = assignedAtMicroseconds(seat)
      return start === undefined ? [] : { start, end: revokedAt(seat) ?? Infinity }
    })
    .toSorted((a, b) => a.start - b.start)
  let latestEnd = -Infinity
  const latestEnds = assignments.map(({ end }) => (latestEnd = Math.max(latestEnd, end)))
  return (from, to = from) => {
    let low = 0
    let high = assignments.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((assignments[middle]?.start ?? Infinity) < from) low = middle + 1
      else high = middle
    }
    return (latestEnds[low - 1] ?? -Infinity) > to
  }
}

const revokedAt = ({ status, revoked_at }: CustomerSeat): number | undefined =>
  status === 'revoked' && revoked_at !== null ? microseconds(revoked_at) : undefined
