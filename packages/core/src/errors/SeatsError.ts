import { seatsErrorMark } from '../internal/runtime/seatsErrorMark.ts'
import { redact, redactDeep } from '../internal/runtime/redact.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import type { SeatsIssueCode } from './SeatsIssueCode.ts'

/** The name of a method of the client, or of a function that takes the client. */
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

/** The class name of Polar's error, or one of our own names. Polar may add names later. */
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
  // from the status of the answer. `InsufficientScope` is Polar's `insufficient_scope`
  | 'Unauthorized'
  | 'InsufficientScope'
  | 'NotFound'
  | 'RateLimited'
  | 'ServerError'
  // if there is no usable answer
  | 'NetworkError'
  | 'TimeoutError'
  | 'InvalidResponse'
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
  // if a call was meant for another person than the one who has the seat now
  | 'SeatOccupantChanged'
  | (string & {})

/** One problem of a refused input, in Polar's shape. */
export interface SeatsIssue {
  type: string
  loc: (string | number)[]
  msg: string
  /**
   * The stable code, if Seats itself found the issue. Polar sends no codes; `issueCode` returns one for every issue.
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
 * The only error class of Seats. Show `detail` to a person, and use `code` in conditions. An error never contains a
 * token: every text that looks like one is removed.
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
  /** The call that failed. */
  declare readonly operation: SeatsOperation | undefined
  /** The HTTP status of the answer. Undefined if there was no answer. */
  declare readonly status: number | undefined
  /** The messages for each field of a form. `root` has the messages about the whole input. */
  declare readonly fieldErrors: Record<string, string[]>
  /** Polar's list of problems, without tokens. At most 1,000 of them. */
  declare readonly issues: SeatsIssue[]
  /** Seconds to wait. Undefined if the server named no time, or if the browser hides the header of another origin. */
  declare readonly retryAfter: number | undefined
  /** True if the same call can be sent again without a second effect. */
  declare readonly isRetryable: boolean
  /** True if the change may have been made although the call failed. Read the roster before you send the call again. */
  declare readonly isAmbiguous: boolean
  /** The person who lost a seat because a workflow stopped halfway. With `isAmbiguous`, they may still have it. */
  declare readonly recipient: SeatInvitee | undefined
  /**
   * The seat as it is now, with `SeatOccupantChanged` or if somebody who lost a seat could not be seated again. If it
   * is revoked, the new occupant has lost it by this call. `toJSON` leaves it out.
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

  /** Returns plain JSON for logs and reports. It does not contain the input that Polar refused. */
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

/** The most issues that an error keeps. No form shows more. */
const maxIssues = 1_000

/** Returns the issue without tokens. Removes the input if it is an invitation token, even a mistyped one. */
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
