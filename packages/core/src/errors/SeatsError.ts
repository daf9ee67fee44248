import { seatsErrorMark } from '../internal/runtime/seatsErrorMark.ts'
import { redact, redactDeep } from '../internal/runtime/redact.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import type { SeatsIssueCode } from './SeatsIssueCode.ts'

/** The names of the client's six methods, and of functions that send other requests, such as `getSubscription`. */
export type SeatsOperation =
  | 'listSeats'
  | 'assignSeat'
  | 'revokeSeat'
  | 'resendInvitation'
  | 'getClaimInfo'
  | 'claimSeat'
  | 'getSubscription'
  | 'previewSeatCount'
  | 'updateSeatCount'
  | 'cancelSeatCountChange'
  | 'getSeatPermissions'
  | 'getSeatAccess'
  | 'getMySeats'
  | 'listClaimedSubscriptions'
  | 'getSessionUser'
  | 'listMembers'
  | 'addMember'
  | 'updateMember'
  | 'removeMember'

/** A stable name of an error: the class name of Polar's error, or a name of Seats. Polar may add names later. */
export type SeatsErrorCode =
  // Polar's
  | 'BadRequest'
  | 'SeatNotAvailable'
  | 'SeatAlreadyAssigned'
  | 'SeatNotPending'
  | 'InvalidInvitationToken'
  | 'InvalidSeatAssignmentRequest'
  | 'MemberEmailMismatch'
  | 'FeatureNotEnabled'
  | 'NotPermitted'
  | 'ResourceNotFound'
  | 'CustomerNotFound'
  | 'MemberNotFound'
  | 'RequestValidationError'
  | 'AlreadyCanceledSubscription'
  | 'NotASeatBasedSubscription'
  | 'BelowMinimumSeats'
  | 'AboveMaximumSeats'
  | 'SeatsAlreadyAssigned'
  | 'UpdateSubscriptionSeatsNotAllowed'
  | 'PaymentFailed'
  | 'PaymentActionRequired'
  | 'SubscriptionLocked'
  // from the status of the answer, except `InsufficientScope`, which is Polar's `insufficient_scope`
  | 'Unauthorized'
  | 'InsufficientScope'
  | 'NotFound'
  | 'RateLimited'
  | 'ServerError'
  // if there is no usable answer
  | 'NetworkError'
  | 'TimeoutError'
  | 'InvalidResponse'
  // if an option or the set-up is wrong
  | 'ConfigurationError'
  // if a change of the seat count was not sent: the subscription or the price is not as the user saw it, or the
  // subscription has this seat count already
  | 'SeatCountChanged'
  | 'SeatPriceChanged'
  | 'SeatCountUnchanged'
  // if a customer's session was given where a member's session is needed
  | 'MemberSessionRequired'
  // from @seats/server
  | 'UpstreamRefused'
  | 'OperationNotGranted'
  | 'CrossSiteRequest'
  | 'SeatOccupantRequired'
  // if the seat has another occupant than the call was meant for
  | 'SeatOccupantChanged'
  | (string & {})

/** One problem of an input that was refused, in the form of Polar's 422 answers. */
export interface SeatsIssue {
  type: string
  loc: (string | number)[]
  msg: string
  /**
   * The stable code, if Seats itself found the issue. Polar sends no codes; `issueCode` returns a code for every issue.
   */
  code?: SeatsIssueCode | undefined
  input?: unknown
  ctx?: unknown
}

export interface SeatsErrorInit {
  code: SeatsErrorCode
  /** A text for a person. */
  detail: string
  operation?: SeatsOperation | undefined
  status?: number | undefined
  issues?: SeatsIssue[] | undefined
  retryAfter?: number | undefined
  isRetryable?: boolean | undefined
  isAmbiguous?: boolean | undefined
  recipient?: SeatInvitee | undefined
  seat?: CustomerSeat | undefined
  cause?: unknown
}

/**
 * The only error class of Seats. Show `detail` to a person, and use `code` in conditions. Texts that look like a token
 * are removed from the texts, the issues and the cause of an error.
 *
 * @example
 * ```ts
 * import { createSeatsClient, isSeatsError } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * try {
 *   await client.assignSeat({ subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', email: 'ada@example.com' })
 * } catch (error) {
 *   if (isSeatsError(error, 'SeatNotAvailable')) console.log('Buy more seats first.')
 *   else throw error
 * }
 * ```
 */
export class SeatsError extends Error {
  override readonly name = 'SeatsError'
  declare readonly code: SeatsErrorCode
  declare readonly detail: string
  /** The operation that failed. Undefined if the error is not about one operation. */
  declare readonly operation: SeatsOperation | undefined
  /**
   * The HTTP status of the answer. If Seats throws an error in place of Polar, for example for a wrong input, this can
   * be the status that Polar would send. Undefined if there is none.
   */
  declare readonly status: number | undefined
  /** The messages for each field of a form. `root` has the messages about the whole input. */
  declare readonly fieldErrors: Record<string, string[]>
  /** The problems of an input that was refused, without tokens. At most 1,000. */
  declare readonly issues: SeatsIssue[]
  /**
   * Seconds to wait before the next call. Undefined if the server sent no time, or if the browser hides the header of
   * another origin.
   */
  declare readonly retryAfter: number | undefined
  /** True if the same call can be sent again without a second effect. */
  declare readonly isRetryable: boolean
  /** True if the change may have been made although the call failed. Read the roster before you send the call again. */
  declare readonly isAmbiguous: boolean
  /**
   * The person who lost a seat because a workflow stopped halfway. If `isAmbiguous` is true, they may still have it.
   */
  declare readonly recipient: SeatInvitee | undefined
  /**
   * The seat as it is now, if it is known. Only set if `code` is `SeatOccupantChanged`, or if somebody who lost a seat
   * could not be seated again. If this seat is revoked, its new occupant got it just before the revoke, and has lost
   * it. `toJSON` leaves the seat out.
   */
  declare readonly seat: CustomerSeat | undefined

  constructor(init: SeatsErrorInit) {
    const detail = redact(init.detail)
    super(detail, init.cause === undefined ? undefined : { cause: redactDeep(init.cause) })
    this.code = init.code
    this.detail = detail
    this.operation = init.operation
    this.status = init.status
    this.issues = (init.issues ?? []).slice(0, maxIssues).map(withoutToken)
    this.fieldErrors = fieldErrorsOf(this.issues)
    this.retryAfter = init.retryAfter
    this.isRetryable = init.isRetryable ?? false
    this.isAmbiguous = init.isAmbiguous ?? false
    this.recipient = init.recipient
    this.seat = init.seat
    Object.defineProperty(this, seatsErrorMark, { value: true })
  }

  /** Returns plain JSON for logs and reports. The JSON does not contain the refused input, `seat` and `cause`. */
  toJSON(): SeatsErrorJSON {
    const { name, code, detail, operation, status, fieldErrors, retryAfter, isRetryable, isAmbiguous, recipient } = this
    const issues = this.issues.map((issue) => ({ ...issue, input: undefined }))
    return {
      name,
      code,
      detail,
      operation,
      status,
      issues,
      fieldErrors,
      retryAfter,
      isRetryable,
      isAmbiguous,
      recipient,
    }
  }
}

/** A `SeatsError` as `JSON.stringify` writes it. */
export type SeatsErrorJSON = Pick<
  SeatsError,
  | 'name'
  | 'code'
  | 'detail'
  | 'operation'
  | 'status'
  | 'issues'
  | 'fieldErrors'
  | 'retryAfter'
  | 'isRetryable'
  | 'isAmbiguous'
  | 'recipient'
>

/** The largest number of issues that an error keeps. No form shows more. */
const maxIssues = 1_000

/**
 * Returns the issue without tokens. Removes the whole input of an issue about an invitation token, because a mistyped
 * token may not look like a token.
 */
function withoutToken(issue: SeatsIssue): SeatsIssue {
  const { input: _, ...rest } = issue
  const mayKeepInput = 'input' in issue && issue.loc.at(-1) !== 'invitation_token'
  return redactDeep(mayKeepInput ? issue : rest) as SeatsIssue
}

/** Groups the messages by field: `["body", "email"]` belongs to `email`, `["body"]` to `root`. */
function fieldErrorsOf(issues: SeatsIssue[]): Record<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const { loc, msg } of issues) {
    const field = loc.slice(1).join('.') || 'root'
    const messages = fields.get(field) ?? []
    messages.push(msg.replace(/^Value error, /, ''))
    fields.set(field, messages)
  }
  return Object.fromEntries(fields)
}
