import type { MessageTools } from '../MessageTools.ts'
import type { PanelTexts } from '../PanelMessages.ts'

const setUp = 'This page is not set up correctly. Nothing was changed. Please contact support.'
const notAllowed = 'Your role does not allow this. Ask an owner of the team.'
const reload = 'Reload the page, then try again.'
const gone = 'This subscription no longer exists.'
/** The sentences for a subscription that was not found. */
export const noSubscription: Record<'ResourceNotFound' | 'NotFound', string> = {
  ResourceNotFound: gone,
  NotFound: gone,
}

export function errors({ seat, wait }: MessageTools): PanelTexts['errors'] {
  const noSeat = `This ${seat.one} no longer exists. The list is up to date again.`
  return {
    byCode: {
      BadRequest: `The request was refused. ${reload}`,
      SeatNotAvailable: `Every ${seat.one} is taken. Revoke one or get more ${seat.of}, then try again.`,
      SeatAlreadyAssigned: ({ who = 'This person' }) => `${who} already has ${seat.a} or an open invitation.`,
      SeatNotPending:
        'This invitation is no longer open: it has been accepted or revoked. The list is up to date again.',
      InvalidInvitationToken: 'This invitation has expired, has already been used, or has been withdrawn.',
      InvalidSeatAssignmentRequest: `It is not clear who should get ${seat.the}. Enter one email address.`,
      MemberEmailMismatch: 'This member has another email address. Check the address, then try again.',
      FeatureNotEnabled: setUp,
      NotPermitted: notAllowed,
      ResourceNotFound: noSeat,
      CustomerNotFound: 'This customer no longer exists.',
      MemberNotFound: 'This person is not a member.',
      RequestValidationError: 'Something that was entered is not valid. Check it, then try again.',
      Unauthorized: 'You are signed out. Reload the page to sign in again.',
      InsufficientScope: setUp,
      NotFound: noSeat,
      RateLimited: ({ seconds }) =>
        seconds === undefined
          ? 'Too many requests at once. Wait a moment, then try again.'
          : `Too many requests at once. Try again in ${wait(seconds)}.`,
      ServerError: 'The server has a problem.',
      NetworkError: 'The server cannot be reached.',
      TimeoutError: 'The server took too long to answer.',
      InvalidResponse: 'The server answered with something unexpected.',
      ConfigurationError: setUp,
      MemberSessionRequired: 'Sign in with your own account to see this.',
      UpstreamRefused: 'The team service is not set up correctly. Nothing was changed. Please contact support.',
      OperationNotGranted: notAllowed,
      CrossSiteRequest: `This request did not come from this site. ${reload}`,
      SeatOccupantChanged: `Somebody else has this ${seat.one} now. The list is up to date again.`,
      SeatOccupantRequired: 'This page is out of date. Nothing was changed: reload it, then try again.',
      ResourceUnavailable: 'This is no longer available.',
      RequestBodyTooLarge: 'This is too much at once. Send less, then try again.',
      LengthRequired: `The request was refused. ${reload}`,
    },
    byOperation: {
      listSeats: noSubscription,
      assignSeat: noSubscription,
    },
    refused: `The request was refused. ${reload}`,
    unknown: 'Something went wrong on this page. Reload it, then try again.',
    unclear: 'The server gave no clear answer.',
    maybeHitAnother: `Somebody else got this ${seat.one} just before it was revoked, and may have lost it. Check the list, and invite them again if they are missing.`,
    retry: ({ problem }) => `${problem} Try again in a moment.`,
    mayHaveHappened: ({ problem }) =>
      `${problem} The change may have gone through: check the list before you try again.`,
    maybeBought: ({ problem }) =>
      `${problem} The purchase may still go through: do not repeat it. Look at the ${seat.of} again in a few minutes.`,
    maybeClaimed: ({ problem }) =>
      `${problem} The invitation may have been accepted. Reload the page before you try again.`,
    halfReinvited: ({ problem }) => `The old invitation was withdrawn, but a new one could not be sent. ${problem}`,
    maybeRevoked: ({ problem }) => `The old invitation may have been withdrawn, and no new one was sent. ${problem}`,
  }
}
