import type { SeatSource } from '@seats/core'
import { toValue, type MaybeRefOrGetter } from 'vue'

/** The source as it is now: a reactive one may be another by the time that an answer comes. */
export function readSource(source: MaybeRefOrGetter<SeatSource | null | undefined>): SeatSource | null {
  const current = toValue(source)
  return current ? { ...current } : null
}
