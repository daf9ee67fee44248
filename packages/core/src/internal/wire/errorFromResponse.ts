import { SeatsError, type SeatsIssue } from '../../errors/SeatsError.ts'
import { isCustomerSeat } from '../../schemas/CustomerSeat.ts'
import { isObject, isText } from '../runtime/is.ts'
import type { WireCall } from './WireCall.ts'
import { mayHaveHappenedText } from './mayHaveHappenedText.ts'
import { parseHttpDate } from './parseHttpDate.ts'
import { parseJson } from '../runtime/parseJson.ts'
import { parseRetryAfter } from './parseRetryAfter.ts'
import type { Answer } from './readAnswer.ts'

/**
 * Returns the error for an answer that is a failure or not valid.
 *
 * @param now The server's time in milliseconds.
 * @param secrets The tokens of the request. A server may repeat them, and they must not appear in the error.
 */
export function errorFromResponse(call: WireCall, answer: Answer, now: number, secrets: string[] = []): SeatsError {
  const { status, headers, text } = answer
  if (status < 400) return invalidResponse(call, status, text === undefined)
  const parsedText = parseJson(
    secrets.reduce((cleanText, secret) => cleanText.replaceAll(secret, '[redacted]'), text ?? ''),
  )
  const body = isObject(parsedText) ? parsedText : {}
  const className = isText(body.error) ? body.error : ''
  const issues = Array.isArray(body.detail) ? body.detail.filter(isIssue) : []
  const code = errorCode(status, className)
  // `UpstreamRefused` means that Polar refused the token of `@seats/server`, so nothing was changed.
  const isServerFault = status >= 500 && code !== 'UpstreamRefused'
  return new SeatsError({
    code,
    status,
    issues,
    operation: call.operation,
    detail: errorDetail(body, issues) ?? describeStatus(code, status, call.safe),
    retryAfter: parseRetryAfter(headers.get('retry-after'), parseHttpDate(headers.get('date')) ?? now),
    isRetryable: status === 429 || (call.safe && isServerFault),
    // With `isAmbiguous: false`, `@seats/server` says that it has sent nothing to Polar.
    isAmbiguous: !call.safe && isServerFault && body.isAmbiguous !== false,
    seat: isCustomerSeat(body.seat) ? body.seat : undefined,
  })
}

function invalidResponse({ operation, safe }: WireCall, status: number, isTooLong: boolean): SeatsError {
  // A browser hides redirects: their status is 0.
  const isRedirect = status < 200 || status >= 300
  const mistake = isTooLong ? 'longer than `maxAnswerBytes` allows' : 'not one of the seats API'
  return new SeatsError({
    code: 'InvalidResponse',
    operation,
    status,
    detail: isRedirect
      ? 'The server redirects. Check the `baseURL`.'
      : `The server's answer is ${mistake}. ${safe ? 'Check the `baseURL`.' : mayHaveHappenedText}`,
    isAmbiguous: !safe && !isRedirect,
  })
}

const isIssue = (value: unknown): value is SeatsIssue =>
  isObject(value) && isText(value.type) && isText(value.msg) && Array.isArray(value.loc)

function errorCode(status: number, className: string): string {
  if (status === 401) return 'Unauthorized'
  if (className === 'insufficient_scope') return 'InsufficientScope'
  // With a session token, Polar's 422 has another class name.
  if (status === 422) return 'RequestValidationError'
  if (/^[A-Z][A-Za-z\d]{0,99}$/.test(className)) return className
  if (status === 404) return 'NotFound'
  if (status === 429) return 'RateLimited'
  return status >= 500 ? 'ServerError' : 'BadRequest'
}

function errorDetail(body: Record<string, unknown>, issues: SeatsIssue[]): string | undefined {
  if (issues.length > 0) return shorten(describeIssues(issues))
  const text = isText(body.detail) && body.detail !== body.error ? body.detail : body.error_description
  // Polar names some things by their UUID, which says nothing to a person: "No available seats for 9c3a1f0e-…".
  return isText(text) ? shorten(text.replace(uuidAtEnd, '')) : undefined
}

const uuidAtEnd = /(:| for) [\da-f-]{36}$/i

/** `detail` has the messages of at most this many issues, and at most this many characters. */
const maxNamedIssues = 10
const maxDetailLength = 2_000

function describeIssues(issues: SeatsIssue[]): string {
  const messages = issues.slice(0, maxNamedIssues).map(({ msg }) => msg.replace(/^Value error, /, ''))
  if (issues.length > maxNamedIssues) messages.push(`and ${issues.length - maxNamedIssues} more`)
  return messages.join('; ')
}

const shorten = (text: string) => (text.length > maxDetailLength ? `${text.slice(0, maxDetailLength)}…` : text)

function describeStatus(code: string, status: number, safe: boolean): string {
  const isFailure = code === 'ServerError'
  const advice = isFailure && !safe ? mayHaveHappenedText : isFailure || status === 429 ? 'Try again in a moment.' : ''
  return `The server ${isFailure ? 'failed' : 'refused the request'} (HTTP ${status}). ${advice}`.trim()
}
