import type { SeatsOperation } from '@seats/core'
import { normalizeSource } from '../../contract/normalizeSource.ts'
import { sourceKey } from '../../contract/sourceKey.ts'
import { notGranted, sourceNotFound } from '../../http/refusals.ts'
import { misconfigured } from '../../internal/misconfigured.ts'
import { checkSeatCountGrant } from './checkSeatCountGrant.ts'
import { isSeatCountOperation } from './SeatCountOperation.ts'
import type { AuthorizeContext, SeatsGrant } from './SeatsGrant.ts'

/**
 * Returns the grant with its sources in their standard spelling, if it allows the operation on the source.
 *
 * @throws Refusal with status 403 if the operation is not granted, 404 if the source is not granted.
 * @throws SeatsError `ConfigurationError` if `authorize` returned something that is not a grant.
 */
export function checkGrant(grant: SeatsGrant, context: AuthorizeContext): SeatsGrant {
  const { operation, source } = context
  const { sources, operations } = grant
  // Code without types may return any value. If `operations` is not a list, it must not allow everything.
  if (!Array.isArray(sources)) throw notArrayError('sources')
  if (operations !== undefined && !Array.isArray(operations)) throw notArrayError('operations')
  if (grant.occupant !== undefined) checkOccupant(grant.occupant)
  if (grant.occupant !== undefined && operations === undefined) throw operationsMissingError()
  if (isSeatCountOperation(operation)) checkSeatCountGrant(grant, operation, context.seats)
  else if (!allowsOperation(operations, operation))
    throw notGranted('You may not do this here. Ask the person who manages your team.')
  const checked = { ...grant, sources: sources.map(normalizeSource) }
  if (source !== null && !checked.sources.some((granted) => sourceKey(granted) === sourceKey(source))) {
    throw sourceNotFound(source)
  }
  return checked
}

/**
 * Returns whether a grant with these `operations` allows an operation on seats. If the grant has no `operations`, it
 * allows all except those that need an `occupant`.
 */
export const allowsOperation = (
  operations: readonly SeatsOperation[] | undefined,
  operation: SeatsOperation,
): boolean => (operations === undefined ? !ownOperations.includes(operation) : operations.includes(operation))

/** The operations that return only data about the user. */
export const ownOperations: readonly SeatsOperation[] = ['getSeatAccess', 'getMySeats']

function checkOccupant(occupant: unknown): void {
  const entries = typeof occupant === 'object' && occupant !== null ? Object.entries(occupant) : []
  const [[kind = '', name] = []] = entries
  const isNamed = ['email', 'external_member_id', 'member_id'].includes(kind) && typeof name === 'string' && name !== ''
  if (entries.length === 1 && isNamed) return
  throw misconfigured(
    'The `occupant` of the grant that `authorize` returned names nobody. Return `{ email }`, `{ external_member_id }` or `{ member_id }`.',
  )
}

const operationsMissingError = () =>
  misconfigured(
    'The grant that `authorize` returned has an `occupant`, but no `operations`. List them, so that members get only what they may do: `operations: ["getMySeats"]`.',
  )

const notArrayError = (field: keyof SeatsGrant) =>
  misconfigured(`The \`${field}\` of the grant that \`authorize\` returned is not an array. Return an array.`)
