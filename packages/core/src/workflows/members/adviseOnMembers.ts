import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'

/** Throws an error again. For a customer's session, the error says which session is needed. */
export function adviseOnMembers(error: unknown): never {
  if (!isSeatsError(error, 'Unauthorized')) throw error
  throw new SeatsError({
    ...error,
    cause: error.cause,
    detail: `${error.detail} Members need a member’s session (polar_mst_…): a customer’s session is not enough.`,
  })
}
