import { SeatsError } from '../../errors/SeatsError.ts'

/** Returns the error for a revoke whose answer was lost, if another person may have got the seat just before. */
export const otherMayHaveLostSeat = (): SeatsError =>
  new SeatsError({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    detail:
      'Somebody else got this seat just before it was revoked, and may have lost it. Look at the list, and invite them again if they are missing.',
    isAmbiguous: true,
  })
