import { sourceKey } from '../../contract/sourceKey.ts'
import type { SeatsGrant } from './SeatsGrant.ts'

/**
 * Returns the key under which the calls and streams of a grant are counted. Users with the same sources share one if
 * the grant has no actor.
 */
export const ownerKey = ({ actor, sources }: SeatsGrant): string =>
  actor === undefined ? `sources:${sources.map(sourceKey).toSorted().join(',')}` : `actor:${actor}`
