import { SeatsError } from '../../errors/SeatsError.ts'

/** Returns the error for a revoke whose answer was lost, and whose seat went to somebody else before. */
export const mayHaveHitAnother = (): SeatsError =>
  new SeatsError({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    detail:
      'This seat went to somebody else just before it was revoked, and that person may have lost it: look at the list, and invite them again if they are missing.',
    isAmbiguous: true,
  })
