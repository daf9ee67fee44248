import type { MessageTexts } from '../Messages.ts'
import type { MessageTools } from '../MessageTools.ts'
import type { PanelTexts } from '../PanelMessages.ts'
import type { SubscriptionCode } from '../types/ErrorMessages.ts'
import { noSubscription } from './errors.ts'

type Errors = MessageTexts['errors']

interface LaterErrors {
  byCode: Pick<Errors['byCode'], SubscriptionCode>
  byOperation: Omit<Errors['byOperation'], keyof PanelTexts['errors']['byOperation']>
}

const ended = 'This subscription has ended or is about to end, so this cannot be changed.'
const notPossible = 'This is not possible with this subscription. Please contact support.'
const deadInvitation = 'It has expired, has already been used, or has been withdrawn.'
const invitation = {
  ResourceNotFound: deadInvitation,
  NotFound: deadInvitation,
  InvalidInvitationToken: deadInvitation,
  SeatNotPending: deadInvitation,
}
const noMember = {
  ResourceNotFound: 'This person is no longer a member.',
  NotFound: 'This person is no longer a member.',
}

/** The errors that no call of `TeamPanel` has before a dialog is opened. */
export const laterErrors = ({ seat, seats }: MessageTools): LaterErrors => ({
  byCode: {
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
    SeatCountChanged:
      'The subscription has changed since it was shown. Nothing was bought or cancelled. Look at it, then confirm again.',
    SeatPriceChanged:
      'The price has changed since it was shown. Nothing was bought. Look at the new price, then confirm again.',
    SeatCountUnchanged: `The subscription already has this number of ${seat.of}.`,
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
  },
  byOperation: {
    getClaimInfo: invitation,
    claimSeat: invitation,
    getSeatPermissions: noSubscription,
    getSubscription: noSubscription,
    previewSeatCount: noSubscription,
    updateSeatCount: noSubscription,
    cancelSeatCountChange: noSubscription,
    updateMember: noMember,
    removeMember: noMember,
  },
})
