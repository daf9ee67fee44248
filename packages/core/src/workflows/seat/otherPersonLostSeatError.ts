import { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * Returns the error for a revoke by which another person has lost a seat, or may have lost it.
 *
 * @param seat The seat as it is now.
 * @param failure The error of the attempt to seat that person again. If it is missing, nobody knows whether that person
 * has a seat now.
 */
export const otherPersonLostSeatError = (seat?: CustomerSeat, failure?: SeatsError): SeatsError =>
  new SeatsError({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    detail:
      failure?.detail ??
      'Somebody else got this seat just before it was revoked, and may have lost it. Look at the list, and invite them again if they are missing.',
    isAmbiguous: failure?.isAmbiguous ?? true,
    seat,
    cause: failure,
  })
