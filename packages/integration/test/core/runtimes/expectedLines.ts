/** The lines that `useAllOfCore` resolves with. This file imports nothing, so that tests of the tarballs can read it too. */
export const expectedLines: string[] = [
  'parsed 3, 1 problem',
  'bulk assigned assigned assigned',
  'ensured false ada@example.com',
  'resent pending',
  'reinvited pending',
  'claim claimed, benefits seen',
  'roster 1 claimed, 2 pending',
  'plan 2 revoked, 1 assigned',
  'revoked true',
  'refused SeatAlreadyAssigned',
  'invalid RequestValidationError',
  'late TimeoutError',
  'gone NetworkError',
  'path ConfigurationError',
  'left true',
]
