import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'

/**
 * Throws an error again. After a 401, adds that a member's session is needed, because this session may be a customer's.
 */
export function adviseOnMembers(error: unknown): never {
  if (!isSeatsError(error, 'Unauthorized')) throw error
  throw new SeatsError({
    ...error,
    cause: error.cause,
    detail: `${error.detail} Members need a member’s session (polar_mst_…): a customer’s session is not enough.`,
  })
}
