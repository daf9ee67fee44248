import type { MessageTools } from '../MessageTools.ts'
import type { ErrorMessages } from '../types/ErrorMessages.ts'

const setUp = 'This page is not set up correctly. Nothing was changed. Please contact support.'
const notAllowed = 'Your role does not allow this. Ask an owner of the team.'
const ended = 'This subscription has ended or is about to end, so this cannot be changed.'
const reload = 'Reload the page, then try again.'
const gone = 'This subscription no longer exists.'
const notPossible = 'This is not possible with this subscription. Please contact support.'
const deadInvitation = 'It has expired, has already been used, or has been withdrawn.'

export function errors({ seat, seats, wait }: MessageTools): ErrorMessages {
  const noSeat = `This ${seat.one} no longer exists. The list is up to date again.`
  const invitation = {
    ResourceNotFound: deadInvitation,
    NotFound: deadInvitation,
    InvalidInvitationToken: deadInvitation,
    SeatNotPending: deadInvitation,
  }
  const noSubscription = { ResourceNotFound: gone, NotFound: gone }
  const noMember = {
    ResourceNotFound: 'This person is no longer a member.',
    NotFound: 'This person is no longer a member.',
  }
  return {
    errors: {
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
        AlreadyCanceledSubscription: ended,
        NotASeatBasedSubscription: `This subscription has no ${seat.of}, so there are none to buy.`,
        BelowMinimumSeats: ({ limit }) =>
          limit === undefined
            ? `That is fewer than this subscription allows. Choose more ${seat.of}.`
            : `This subscription needs at least ${seats(limit)}.`,
        AboveMaximumSeats: ({ limit }) =>
          limit === undefined
            ? `That is more than this subscription allows. Choose fewer ${seat.of}.`
            : `This subscription can have at most ${seats(limit)}.`,
        SeatsAlreadyAssigned: ({ limit }) =>
          limit === undefined
            ? `More ${seat.of} than that are in use. Revoke some first.`
            : `${seats(limit)} in use: to go below that, revoke some first.`,
        UpdateSubscriptionSeatsNotAllowed: `The number of ${seat.of} cannot be changed here. Please contact support.`,
        PaymentFailed: 'The payment was refused, and nothing was bought. Check the payment method, then try again.',
        PaymentActionRequired:
          'Your bank asks for a confirmation, so nothing was bought. Confirm the payment method in the billing settings, then try again.',
        SubscriptionLocked: 'Another change of this subscription is under way. Try again in a minute.',
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
        SeatCountChanged:
          'The subscription has changed since the price was shown. Nothing was bought. Look at the new price, then confirm again.',
        SeatPriceChanged:
          'The price has changed since it was shown. Nothing was bought. Look at the new price, then confirm again.',
        SeatCountUnchanged: `The subscription already has this number of ${seat.of}.`,
        MemberSessionRequired: 'Sign in with your own account to see this.',
        UpstreamRefused: 'The team service is not set up correctly. Nothing was changed. Please contact support.',
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `This request did not come from this site. ${reload}`,
        SeatOccupantChanged: `Somebody else has this ${seat.one} now. The list is up to date again.`,
        SeatOccupantRequired: 'This page is out of date. Nothing was changed: reload it, then try again.',
        MirrorBusy: 'The copy of the rosters is being renewed. Try again in a minute.',
        RecoveryBusy: 'A recovery of this team is under way. Try again in a minute.',
        RecoveryPlanChanged: 'The team has changed since the plan was made. Make a new plan, then confirm it.',
        SubscriptionInactive: 'This subscription is not active. Nothing was changed.',
        InactiveSubscription: ended,
        NotBillableSubscription: ended,
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: `This number of ${seat.of} has no price. Choose another one.`,
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        NoScheduledPause: 'No pause of this subscription is planned.',
        NotPausedSubscription: 'This subscription is not paused.',
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: 'Add a payment method first, then try again.',
        ResourceUnavailable: 'This is no longer available.',
        RequestBodyTooLarge: 'This is too much at once. Send less, then try again.',
        LengthRequired: `The request was refused. ${reload}`,
      },
      byOperation: {
        getClaimInfo: invitation,
        claimSeat: invitation,
        listSeats: noSubscription,
        assignSeat: noSubscription,
        getSeatPermissions: noSubscription,
        getSubscription: noSubscription,
        previewSeatCount: noSubscription,
        updateSeatCount: noSubscription,
        cancelSeatCountChange: noSubscription,
        updateMember: noMember,
        removeMember: noMember,
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
    },
  }
}
