import { isSeatsError, type SeatsError } from '@seats/core'
import { text } from './text.ts'

/** What went wrong and what to do, in a sentence or two, for the person at the screen. */
export function explain(error: unknown): string {
  if (!isSeatsError(error)) return 'Something went wrong on this page. Reload it, then try again.'
  if (error.recipient === undefined) return sentenceOf(error)
  // A re-invitation stopped half-way.
  const isRevoked = !(error.isAmbiguous && error.operation === 'revokeSeat')
  return isRevoked ? text.halfReinvited(sentenceOf(error)) : text.maybeRevoked(sentenceOf(error))
}

function sentenceOf(error: SeatsError): string {
  if (error.operation === 'getClaimInfo' || error.operation === 'claimSeat') return explainClaim(error)
  switch (error.code) {
    case 'RequestValidationError':
      return error.fieldErrors.email ? notAnAddress(error.fieldErrors.email[0]) : error.detail
    case 'SeatAlreadyAssigned':
      return `${/ customer (\S+@\S+)$/.exec(error.detail)?.[1] ?? 'This person'} already has a seat or an open invitation.`
    case 'SeatNotAvailable':
      return 'Every seat is taken. Revoke one or get more seats, then try again.'
    case 'SeatNotPending':
      return 'This invitation is no longer open: it was accepted or revoked meanwhile. The list is up to date again.'
    case 'SeatOccupantChanged':
      return 'Somebody else has this seat by now. The list is up to date again.'
    case 'ResourceNotFound':
    case 'NotFound':
      return 'This seat is not there any more. The list is up to date again.'
    default:
      return explainAny(error)
  }
}

function explainClaim(error: SeatsError): string {
  const isDead = error.code === 'ResourceNotFound' || error.code === 'InvalidInvitationToken'
  return isDead ? 'It has expired, was used already, or was taken back.' : explainAny(error)
}

function explainAny(error: SeatsError): string {
  const noAnswer = noAnswers.get(error.code)
  if (noAnswer !== undefined) {
    return error.isAmbiguous
      ? `${noAnswer} It may have gone through all the same: look at the list before you try again.`
      : `${noAnswer} Try again in a moment.`
  }
  return sentences.get(error.code) ?? error.detail
}

const noAnswers = new Map<string, string>([
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
  ['UpstreamRefused', 'The team service is not set up correctly. Nothing was changed; tell the people who run it.'],
])

function notAnAddress(reason = ''): string {
  const why = /^value is not a valid email address: (.+)$/.exec(reason)?.[1]
  return why ?? 'This is not an email address. It should look like ada@example.com.'
}
