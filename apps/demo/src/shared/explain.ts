import { isSeatsError, type SeatsErrorJSON } from '@seats/core'
import { text } from './text.ts'

/** Tells the person at the screen what went wrong and what to do, in a sentence or two. */
export function explain(error: unknown): string {
  return isSeatsError(error)
    ? explainSeatsError(error)
    : 'Something went wrong on this page. Reload it, then try again.'
}

/** Explains a `SeatsError`, also one that a report holds as JSON. */
export function explainSeatsError(error: SeatsErrorJSON): string {
  if (error.recipient === undefined) return sentenceOf(error)
  // Only the error of a re-invitation has a recipient.
  const isRevoked = !(error.isAmbiguous && error.operation === 'revokeSeat')
  return isRevoked ? text.halfReinvited(sentenceOf(error)) : text.maybeRevoked(sentenceOf(error))
}

function sentenceOf(error: SeatsErrorJSON): string {
  if (error.operation === 'getClaimInfo' || error.operation === 'claimSeat') return explainClaim(error)
  if (error.isAmbiguous && error.operation === 'updateSeatCount') return explainPurchase(error)
  switch (error.code) {
    case 'RequestValidationError':
      return error.fieldErrors.email ? notAnAddress(error.fieldErrors.email[0]) : error.detail
    case 'SeatAlreadyAssigned':
      return `${/ customer (\S+@\S+)$/.exec(error.detail)?.[1] ?? 'This person'} already has a seat or an open invitation.`
    case 'SeatNotAvailable':
      return 'Every seat is taken. Revoke one or get more seats, then try again.'
    case 'SeatNotPending':
      return 'This invitation is no longer open: it has been accepted or revoked. The list is up to date again.'
    case 'SeatOccupantChanged':
      return 'Somebody else has this seat now. The list is up to date again.'
    case 'ResourceNotFound':
    case 'NotFound':
      return gone.get(error.operation) ?? 'This seat no longer exists. The list is up to date again.'
    default:
      return explainAny(error)
  }
}

function explainClaim(error: SeatsErrorJSON): string {
  const isUnusable = error.code === 'ResourceNotFound' || error.code === 'InvalidInvitationToken'
  return isUnusable ? 'It has expired, has already been used, or has been withdrawn.' : explainAny(error)
}

function explainPurchase({ code, detail }: SeatsErrorJSON): string {
  const problem = withoutClearAnswer.get(code)
  return problem === undefined ? detail : text.seatCount.maybeBought(problem)
}

function explainAny(error: SeatsErrorJSON): string {
  const problem = withoutClearAnswer.get(error.code)
  if (problem !== undefined) {
    return error.isAmbiguous
      ? `${problem} The change may have gone through: check the list before you try again.`
      : `${problem} Try again in a moment.`
  }
  return sentences.get(error.code) ?? error.detail
}

const gone = new Map<SeatsErrorJSON['operation'], string>([
  ['getSubscription', 'There is no such subscription any more.'],
  ['previewSeatCount', 'There is no such subscription any more.'],
  ['updateSeatCount', 'There is no such subscription any more.'],
  ['cancelSeatCountChange', 'There is no such subscription any more.'],
  ['updateMember', 'This person is no longer a member.'],
])

const withoutClearAnswer = new Map<string, string>([
  ['NetworkError', 'The server cannot be reached.'],
  ['TimeoutError', 'The server took too long to answer.'],
  ['ServerError', 'The server has a problem.'],
  ['InvalidResponse', 'The server answered with something unexpected.'],
])

const sentences = new Map<string, string>([
  ['RateLimited', 'Too many requests at once. Wait a moment, then try again.'],
  ['SeatOccupantRequired', 'This page is out of date. Nothing was changed: reload it, then try again.'],
  ['Unauthorized', 'You are signed out. Reload the page to sign in again.'],
  ['OperationNotGranted', 'Your role does not allow this. Ask an owner of the team.'],
  ['UpstreamRefused', 'The team service is not set up correctly. Nothing was changed. Please contact support.'],
])

function notAnAddress(reason = ''): string {
  const why = /^value is not a valid email address: (.+)$/.exec(reason)?.[1]
  return why ?? 'This is not an email address. It should look like ada@example.com.'
}
