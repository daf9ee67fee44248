import { marker } from '../internal/runtime/marker.ts'
import { redact, redactDeep } from '../internal/runtime/redact.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../schemas/SeatInvitee.ts'

/** A client method's name. */
export type SeatsOperation =
  | 'listSeats'
  | 'assignSeat'
  | 'revokeSeat'
  | 'resendInvitation'
  | 'getClaimInfo'
  | 'claimSeat'

/** Polar's class name if it sent one, else one of our own names. Names that Polar adds later are possible too. */
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
  // from the status, if Polar sent no class name
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
  // from @seats/server
  | 'UpstreamRefused'
  | 'OperationNotGranted'
  | 'CrossSiteRequest'
  | 'SeatOccupantChanged'
  | 'SeatOccupantRequired'
  | (string & {})

/** One problem of a refused input, in Polar's shape. */
export interface SeatsIssue {
  type: string
  loc: (string | number)[]
  msg: string
  input?: unknown
  ctx?: unknown
}

export interface SeatsErrorInit {
  code: SeatsErrorCode
  /** One sentence for a person. */
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
 * The one error class of Seats. `message` and `detail` are a sentence that can be shown; `code` is what to branch on.
 * It never holds a token: what looks like one is taken out of every text that a server sent.
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
  readonly code: SeatsErrorCode
  readonly detail: string
  /** The client method that failed. */
  readonly operation: SeatsOperation | undefined
  /** The answer's HTTP status; undefined if there was no answer. */
  readonly status: number | undefined
  /** Messages by input field, a rule over the whole input under `root`: ready for a form. */
  readonly fieldErrors: Record<string, string[]>
  /** Polar's own list of problems, without what looks like a token. The first 1,000 of them. */
  readonly issues: SeatsIssue[]
  /** Seconds to wait. Undefined if the server named none, or if a browser may not read them from another origin. */
  readonly retryAfter: number | undefined
  /** Whether the same call can be sent again without a change happening twice. */
  readonly isRetryable: boolean
  /** Whether the change may have been made although the call failed. Read the roster before sending it again. */
  readonly isAmbiguous: boolean
  /** The person who lost a seat because a workflow stopped half-way. With `isAmbiguous`, they may still have it. */
  readonly recipient: SeatInvitee | undefined
  /** With `SeatOccupantChanged`: the seat as it is now. It is not part of the JSON. */
  readonly seat: CustomerSeat | undefined

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
    Object.defineProperty(this, marker, { value: true })
  }

  /** For logs and reports, as plain JSON, without what was typed. */
  toJSON(): SeatsErrorJSON {
    const { name, code, detail, operation, status, fieldErrors, retryAfter, isRetryable, isAmbiguous, recipient } = this
    return { name, code, detail, operation, status, fieldErrors, retryAfter, isRetryable, isAmbiguous, recipient }
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
  | 'fieldErrors'
  | 'retryAfter'
  | 'isRetryable'
  | 'isAmbiguous'
  | 'recipient'
>

/** Further issues are dropped. No form shows more. */
const maxIssues = 1_000

/** An invitation token must not reach a log, even a mistyped one. */
function withoutToken(issue: SeatsIssue): SeatsIssue {
  const { input: _, ...rest } = issue
  const isTyped = 'input' in issue && issue.loc.at(-1) !== 'invitation_token'
  return redactDeep(isTyped ? issue : rest) as SeatsIssue
}

/** `["body", "email"]` → `email`; `["body"]` → `root`. */
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
