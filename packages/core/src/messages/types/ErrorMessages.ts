import type { SeatsErrorCode } from '../../errors/SeatsError.ts'

/** The values that an error's sentence can use. None is an id or a token. */
export interface ErrorValues {
  /** The name or address of the person. */
  who: string | undefined
  /** The number that the server named, such as the smallest seat count. */
  limit: number | undefined
  /** Seconds to wait. */
  seconds: number | undefined
}

export type ErrorSentence = string | ((values: ErrorValues) => string)

/** Each code that has a name in `SeatsErrorCode`. */
type NamedCode<Code = SeatsErrorCode> = Code extends string ? (string extends Code ? never : Code) : never

/** Polar's other codes. No operation of Seats should get them. */
type OtherCode =
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
  | 'ResourceUnavailable'
  | 'LengthRequired'
  | 'RequestBodyTooLarge'

/** Codes of `@seats/server` for its operator. */
type OperatorCode = 'MirrorBusy' | 'RecoveryBusy' | 'RecoveryPlanChanged' | 'SubscriptionInactive'

type Missing = Record<'ResourceNotFound' | 'NotFound', ErrorSentence>
type Invitation = Record<'ResourceNotFound' | 'NotFound' | 'InvalidInvitationToken' | 'SeatNotPending', ErrorSentence>

/** A sentence for each error. `explainError` chooses and completes it. */
export interface ErrorMessages {
  errors: {
    byCode: Record<NamedCode | OtherCode | OperatorCode, ErrorSentence>
    /** The codes that mean something else in one operation. */
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
    /** A code that this catalogue does not know, with a status from 400 to 499. */
    refused: string
    /** Any other value: a fault of the page. */
    unknown: string
    /** The problem, if an ambiguous error does not say more: it is not clear what happened. */
    unclear: string
    /** A revoke whose answer was lost, and that may have taken the seat of the next person. */
    maybeHitAnother: string
    /** Follows a problem without a clear answer, if nothing was changed. */
    retry: (values: { problem: string }) => string
    mayHaveHappened: (values: { problem: string }) => string
    maybeBought: (values: { problem: string }) => string
    maybeClaimed: (values: { problem: string }) => string
    /** The old invitation or seat is gone, and the person has no new one. */
    halfReinvited: (values: { problem: string }) => string
    maybeRevoked: (values: { problem: string }) => string
  }
}
