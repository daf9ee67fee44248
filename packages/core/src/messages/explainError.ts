import { isObject, isText } from '../internal/runtime/is.ts'
import { bareAddress } from '../internal/input/bareAddress.ts'
import { isEmailAddress } from '../internal/input/isEmailAddress.ts'
import type { SeatsError, SeatsErrorJSON } from '../errors/SeatsError.ts'
import { explainIssue } from './explainIssue.ts'
import type { PanelMessages } from './PanelMessages.ts'
import type { ErrorSentence } from './types/ErrorMessages.ts'

export interface ExplainErrorOptions {
  /** The name or address of the person whom the call was about. */
  who?: string | undefined
}

/**
 * Explains an error to the user in a few sentences: what went wrong, and what to do. The text contains no id, no token
 * and no sentence of the server, unless the app puts one into `who`.
 *
 * @param error A `SeatsError`, its JSON form, or anything else that was thrown
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { en, explainError } from '@seats/core/messages'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * try {
 *   await client.assignSeat({ subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', email: 'ada@example.com' })
 * } catch (error) {
 *   console.log(explainError(error, en))
 *   // Every seat is taken. Revoke one or get more seats, then try again.
 * }
 * ```
 */
export function explainError(error: unknown, messages: PanelMessages, options: ExplainErrorOptions = {}): string {
  const { errors } = messages
  if (!isErrorJson(error)) return errors.unknown
  const problem = explainCall(error, messages, options)
  // An error has a recipient only if a workflow had revoked the person's seat before, or may have revoked it.
  if (!error.recipient) return problem
  const isRevoked = !(error.isAmbiguous && error.operation === 'revokeSeat')
  return isRevoked ? errors.halfReinvited({ problem }) : errors.maybeRevoked({ problem })
}

function explainCall(error: ErrorLike, messages: PanelMessages, options: ExplainErrorOptions): string {
  const { errors } = messages
  const { code, operation, isAmbiguous } = error
  // The JSON of an earlier version has no issues.
  const [issue] =
    error.issues ??
    Object.values(error.fieldErrors)
      .flat()
      .map((msg) => ({ msg }))
  if (code === 'RequestValidationError' && issue !== undefined) {
    // Issues of Polar have no `values`. Another server could send values of any type, so they are left out.
    return explainIssue({ ...issue, values: undefined }, messages)
  }
  // With a revoked seat, the new occupant has lost that seat. With an ambiguous error, they may have lost it.
  if (code === 'SeatOccupantChanged' && (isAmbiguous || error.seat?.status === 'revoked')) return errors.maybeHitAnother
  const sentence = completeSentence(sentenceOf(error, messages), error, options)
  if (isAmbiguous) {
    // The sentence of another code could advise to try again, which would be wrong after a lost answer.
    const problem = codesWithoutAdvice.has(code) ? sentence : errors.unclear
    if (operation === 'updateSeatCount') return errors.maybeBought({ problem })
    return operation === 'claimSeat' ? errors.maybeClaimed({ problem }) : errors.mayHaveHappened({ problem })
  }
  return codesWithoutAdvice.has(code) ? errors.retry({ problem: sentence }) : sentence
}

/** The sentences of these codes say what happened, and not what to do. */
const codesWithoutAdvice = new Set(['NetworkError', 'TimeoutError', 'ServerError', 'InvalidResponse'])

function sentenceOf({ code, operation, status = 0 }: ErrorLike, { errors }: PanelMessages): ErrorSentence {
  const sentencesOfOperation = ownValue<Record<string, ErrorSentence>>(errors.byOperation, operation ?? '') ?? {}
  const sentence = ownValue<ErrorSentence>(sentencesOfOperation, code) ?? ownValue<ErrorSentence>(errors.byCode, code)
  if (sentence !== undefined) return sentence
  // A code without a sentence: Polar may add codes.
  if (status >= 500) return errors.byCode.ServerError
  return status >= 400 ? errors.refused : errors.unknown
}

/**
 * Fills in the values. For an error about a seat count, the limit is the first number in `detail`. For
 * `SeatsAlreadyAssigned`, it is the last number.
 */
function completeSentence(
  sentence: ErrorSentence,
  { code, detail, retryAfter }: ErrorLike,
  { who }: ExplainErrorOptions,
): string {
  if (typeof sentence === 'string') return sentence
  const numbers = /Seats$|^SeatsAlready/.test(code) ? (detail.match(/\b\d{1,7}\b/g) ?? []) : []
  const limit = code === 'SeatsAlreadyAssigned' ? numbers.at(-1) : numbers[0]
  return sentence({
    who: who ?? addressIn(code, detail),
    limit: limit === undefined ? undefined : Number(limit),
    seconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
  })
}

/**
 * Returns the address of the person in Polar's text for `SeatAlreadyAssigned`. Returns undefined if the text has an id
 * instead, because an id would mean nothing to a reader.
 */
function addressIn(code: string, detail: string): string | undefined {
  const lastWord = code === 'SeatAlreadyAssigned' ? (/ customer (\S+@\S+)$/.exec(detail)?.[1] ?? '') : ''
  return isEmailAddress(lastWord) && !uuid.test(lastWord) ? bareAddress(lastWord) : undefined
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i

type ErrorLike = SeatsErrorJSON & Partial<Pick<SeatsError, 'issues' | 'seat'>>

/** Returns whether a value is a `SeatsError`, of any copy or version of the package, or the JSON of one. */
const isErrorJson = (error: unknown): error is ErrorLike =>
  isObject(error) &&
  error.name === 'SeatsError' &&
  isText(error.code) &&
  isText(error.detail) &&
  isObject(error.fieldErrors)

const ownValue = <Value>(table: object, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? (table as Record<string, Value>)[key] : undefined
