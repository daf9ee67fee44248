import type { SeatSource } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'

/** Returns the same key for every spelling of a source's id, or `undefined` if the id is not a UUID. */
export function sourceKey(source: SeatSource): string | undefined {
  const id = parseUuid(source.subscription_id ?? source.order_id)
  return id === undefined ? undefined : `${source.subscription_id === undefined ? 'order' : 'subscription'}:${id}`
}
