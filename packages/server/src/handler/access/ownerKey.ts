import { sourceKey } from '../../contract/sourceKey.ts'
import type { SeatsGrant } from './SeatsGrant.ts'

/**
 * Returns the key under which the calls and streams of a grant are counted. If the grant has no actor, all users with
 * the same sources share one key.
 */
export const ownerKey = ({ actor, sources }: SeatsGrant): string =>
  actor === undefined ? `sources:${sources.map(sourceKey).toSorted().join(',')}` : `actor:${actor}`
