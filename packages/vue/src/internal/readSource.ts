import type { SeatSource } from '@seats/core'
import { toValue, type MaybeRefOrGetter } from 'vue'

/** Copies the current source. A reactive one can change before an answer arrives. */
export function readSource(source: MaybeRefOrGetter<SeatSource | null | undefined>): SeatSource | null {
  const current = toValue(source)
  return current ? { ...current } : null
}
