import type { SeatsOperation } from '../../errors/SeatsError.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

/**
 * `['seats', scope, operation, id]`. The key of a price also has the seat count. A key never contains an access or
 * session token.
 */
export type SeatsKey = readonly [
  'seats',
  scope: string,
  operation: KeyedOperation,
  id: string | null,
  seats?: number | null,
]

/** The operations that a key can have. */
export type KeyedOperation = SeatsOperation | 'assignSeats' | 'reinviteSeat'

/** Returns the query key of a source's roster. */
export const seatsKey = (scope: string, source: SeatSource | null | undefined): SeatsKey =>
  operationKey(scope, 'listSeats', source)

/** Returns the key of an operation on a source, for `useIsMutating` for example. */
export const operationKey = (
  scope: string,
  operation: KeyedOperation,
  source: SeatSource | null | undefined,
): SeatsKey => ['seats', scope, operation, isSourceKnown(source) ? sourceId(source) : null]

/** Returns the query key of the price of a seat count. */
export const previewKey = (
  scope: string,
  source: SeatSource | null | undefined,
  seats: number | null | undefined,
): SeatsKey => ['seats', scope, 'previewSeatCount', isSourceKnown(source) ? sourceId(source) : null, seats ?? null]

/** Returns the query key of an invitation's info. The key contains a short hash of the token, not the token. */
export const claimInfoKey = (scope: string, invitationToken: string | null | undefined): SeatsKey => [
  'seats',
  scope,
  'getClaimInfo',
  invitationToken === null || invitationToken === undefined ? null : shortHash(invitationToken),
]

/** Returns the id of a source in lower case, so that capitals make no difference. */
export const sourceId = (source: SeatSource): string => String(source.subscription_id || source.order_id).toLowerCase()

/** Returns whether the source has an id yet. A caller without types can pass a source whose id is still undefined. */
export const isSourceKnown = (source: SeatSource | null | undefined): source is SeatSource =>
  Boolean(source?.subscription_id || source?.order_id)

/** Returns a 32-bit FNV-1a hash: long enough to distinguish a page's invitations, too short to find the token. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}
