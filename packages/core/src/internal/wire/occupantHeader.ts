import type { SeatsOperation } from '../../errors/SeatsError.ts'
import type { SeatOccupantRef } from '../../schemas/SeatOccupantRef.ts'
import { throwIfIssues, textIssues } from '../input/inputIssues.ts'
import { occupantIdentity } from './occupantIdentity.ts'

/** Returns the header that names the expected occupant for `@seats/server`: `email=ada%40example.com`, or `nobody`. */
export function occupantHeader(operation: SeatsOperation, occupant?: SeatOccupantRef): Record<string, string> {
  if (occupant === undefined) return {}
  const identity = occupantIdentity(occupant)
  if (identity === null) return { 'seats-occupant': 'nobody' }
  const { kind, value } = identity
  throwIfIssues(operation, textIssues(value, ['header', 'seats-occupant']))
  return { 'seats-occupant': `${kind}=${encodeURIComponent(value)}` }
}
