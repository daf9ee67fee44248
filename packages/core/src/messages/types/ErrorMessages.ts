import type { SeatsErrorCode } from '../../errors/SeatsError.ts'

/** The values that the sentence of an error can contain. None of them is an id or a token. */
export interface ErrorValues {
  /** The name or address of the person. */
  who: string | undefined
  /** The number in the server's text, such as the smallest seat count. */
  limit: number | undefined
  /** Seconds to wait. */
  seconds: number | undefined
}

export type ErrorSentence = string | ((values: ErrorValues) => string)

/** Each code that has a name in `SeatsErrorCode`. */
type NamedCode<Code = SeatsErrorCode> = Code extends string ? (string extends Code ? never : Code) : never

/** Polar's codes that no operation of Seats should get. */
type OtherCode = OtherSubscriptionCode | 'ResourceUnavailable' | 'LengthRequired' | 'RequestBodyTooLarge'

type OtherSubscriptionCode =
  | 'InactiveSubscription'
  | 'NotBillableSubscription'
  | 'NotAUnitBasedSubscription'
  | 'InvalidQuantityError'
  | 'UpdateSubscriptionPlanNotAllowed'
  | 'PauseResumeNotAllowed'
  | 'CannotPauseSubscription'
  | 'NoScheduledPause'
  | 'NotPausedSubscription'
  | 'RevokeNotAllowed'
  | 'PaymentMethodRequired'

/** Codes of `@seats/server` for the people who run it. */
type OperatorCode = 'MirrorBusy' | 'RecoveryBusy' | 'RecoveryPlanChanged' | 'SubscriptionInactive'

/** The codes that a call about seats cannot have: those of a changed subscription, and those for operators. */
export type SubscriptionCode =
  | OtherSubscriptionCode
  | OperatorCode
  | 'AlreadyCanceledSubscription'
  | 'NotASeatBasedSubscription'
  | 'BelowMinimumSeats'
  | 'AboveMaximumSeats'
  | 'SeatsAlreadyAssigned'
  | 'UpdateSubscriptionSeatsNotAllowed'
  | 'PaymentFailed'
  | 'PaymentActionRequired'
  | 'SubscriptionLocked'
  | 'SeatCountChanged'
  | 'SeatPriceChanged'
  | 'SeatCountUnchanged'

type Missing = Record<'ResourceNotFound' | 'NotFound', ErrorSentence>
type Invitation = Record<'ResourceNotFound' | 'NotFound' | 'InvalidInvitationToken' | 'SeatNotPending', ErrorSentence>

/** A sentence for each error. `explainError` chooses and completes it. */
export interface ErrorMessages {
  errors: {
    byCode: Record<NamedCode | OtherCode | OperatorCode, ErrorSentence>
    /** For some operations: the sentences of the codes that have another meaning there. */
    byOperation: Record<'getClaimInfo' | 'claimSeat', Invitation> &
      Record<
        | 'listSeats'
        | 'assignSeat'
        | 'getSeatPermissions'
        | 'getSubscription'
        | 'previewSeatCount'
        | 'updateSeatCount'
        | 'cancelSeatCountChange'
        | 'updateMember'
        | 'removeMember',
        Missing
      >
    /** For a code that this catalogue does not have, with a status from 400 to 499. */
    refused: string
    /** For a value that is not a `SeatsError`, or an unknown code without a status: the page has a fault. */
    unknown: string
    /** For an ambiguous error without a more exact sentence: it is not clear what happened. */
    unclear: string
    /** For a revoke that has taken the seat from the next person, or may have. */
    maybeHitAnother: string
    /** Added to the sentence of an error if it is certain that nothing was changed. */
    retry: (values: { problem: string }) => string
    mayHaveHappened: (values: { problem: string }) => string
    maybeBought: (values: { problem: string }) => string
    maybeClaimed: (values: { problem: string }) => string
    /** Says that the person has lost the old invitation or seat, and has no new one. */
    halfReinvited: (values: { problem: string }) => string
    maybeRevoked: (values: { problem: string }) => string
  }
}
