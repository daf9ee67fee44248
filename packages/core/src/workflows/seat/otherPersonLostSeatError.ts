import { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * Returns the error for a revoke that has hit another person, or may have.
 *
 * @param seat The seat as it is now.
 * @param failure The error of seating that person again. Without it, it is not known whether they have a seat now.
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
