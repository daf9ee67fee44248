import { SeatsError } from '../../errors/SeatsError.ts'

/**
 * Returns the error for a revoke that has hit another person, or may have.
 *
 * @param failure The error of seating that person again. Without it, the answer of the revoke was lost.
 */
export const otherMayHaveLostSeat = (failure?: SeatsError): SeatsError =>
  new SeatsError({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    detail:
      failure?.detail ??
      'Somebody else got this seat just before it was revoked, and may have lost it. Look at the list, and invite them again if they are missing.',
    isAmbiguous: true,
    cause: failure,
  })
