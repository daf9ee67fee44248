import { sourceKey } from '../../contract/sourceKey.ts'
import type { SeatsGrant } from './SeatsGrant.ts'

/** Returns the key of the budget and the streams of a grant. Without an actor, users with the same sources share it. */
export const ownerKey = ({ actor, sources }: SeatsGrant): string =>
  actor === undefined ? `sources:${sources.map(sourceKey).toSorted().join(',')}` : `actor:${actor}`
