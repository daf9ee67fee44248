import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'

/** Rethrows an error. The one for a customer's session says which session is needed. */
export function adviseOnMembers(error: unknown): never {
  if (!isSeatsError(error, 'Unauthorized')) throw error
  throw new SeatsError({
    ...error,
    cause: error.cause,
    detail: `${error.detail} Members need a member’s session (polar_mst_…): a customer’s session is not enough.`,
  })
}
