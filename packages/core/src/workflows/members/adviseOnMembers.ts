import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'

/** Throws an error again. If the session is a customer's, adds that a member's session is needed. */
export function adviseOnMembers(error: unknown): never {
  if (!isSeatsError(error, 'Unauthorized')) throw error
  throw new SeatsError({
    ...error,
    cause: error.cause,
    detail: `${error.detail} Members need a member’s session (polar_mst_…): a customer’s session is not enough.`,
  })
}
