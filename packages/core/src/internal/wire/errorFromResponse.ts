import { SeatsError, type SeatsIssue } from '../../errors/SeatsError.ts'
import { isCustomerSeat } from '../../schemas/CustomerSeat.ts'
import { isObject, isText } from '../runtime/is.ts'
import type { WireCall } from './WireCall.ts'
import { mayHaveHappened } from './mayHaveHappened.ts'
import { parseHttpDate } from './parseHttpDate.ts'
import { parseJson } from '../runtime/parseJson.ts'
import { parseRetryAfter } from './parseRetryAfter.ts'
import type { Answer } from './request.ts'

/**
 * Returns the error for an answer that is not what was asked for. `now` is in ms. `secrets` are the tokens that the
 * request had: a server that repeats one must not bring it into an error.
 */
export function errorFromResponse(call: WireCall, answer: Answer, now: number, secrets: string[] = []): SeatsError {
  const { status, headers, text } = answer
  if (status < 400) return invalidResponse(call, status, text === undefined)
  const parsed = parseJson(secrets.reduce((kept, secret) => kept.replaceAll(secret, '[redacted]'), text ?? ''))
  const body = isObject(parsed) ? parsed : {}
  const className = isText(body.error) ? body.error : undefined
  const issues = Array.isArray(body.detail) ? body.detail.filter(isIssue) : []
  const code = codeOf(status, className)
  // UpstreamRefused is @seats/server's: its own token was refused, so nothing has happened.
  const serverFault = status >= 500 && code !== 'UpstreamRefused'
  return new SeatsError({
    code,
    status,
    issues,
    operation: call.operation,
    detail: detailOf(body, issues) ?? describe(code, status, call.safe),
    retryAfter: parseRetryAfter(headers.get('retry-after'), parseHttpDate(headers.get('date')) ?? now),
    isRetryable: status === 429 || (call.safe && serverFault),
    isAmbiguous: !call.safe && serverFault,
    seat: isCustomerSeat(body.seat) ? body.seat : undefined,
  })
}

function invalidResponse({ operation, safe }: WireCall, status: number, isTooLong: boolean): SeatsError {
  // A browser hides where a redirect leads: its status reads 0.
  const redirected = status < 200 || status >= 300
  const found = isTooLong ? 'longer than `maxAnswerBytes` allows' : 'not one of the seats API'
  return new SeatsError({
    code: 'InvalidResponse',
    operation,
    status,
    detail: redirected
      ? 'The server answered with a redirect. Check the `baseURL`.'
      : `The server's answer is ${found}. ${safe ? 'Check the `baseURL`.' : mayHaveHappened}`,
    isAmbiguous: !safe && !redirected,
  })
}

const isIssue = (value: unknown): value is SeatsIssue =>
  isObject(value) && isText(value.type) && isText(value.msg) && Array.isArray(value.loc)

function codeOf(status: number, className: string | undefined): string {
  if (status === 401) return 'Unauthorized'
  if (className === 'insufficient_scope') return 'InsufficientScope'
  // A session's 422 has another class name for the same thing.
  if (status === 422) return 'RequestValidationError'
  if (className !== undefined && /^[A-Z][A-Za-z\d]{0,99}$/.test(className)) return className
  if (status === 404) return 'NotFound'
  if (status === 429) return 'RateLimited'
  return status >= 500 ? 'ServerError' : 'BadRequest'
}

function detailOf(body: Record<string, unknown>, issues: SeatsIssue[]): string | undefined {
  if (issues.length > 0) return shorten(describeIssues(issues))
  if (isText(body.detail) && body.detail !== body.error) return shorten(body.detail)
  return isText(body.error_description) ? shorten(body.error_description) : undefined
}

const mostNamedIssues = 10
const mostCharacters = 2_000

function describeIssues(issues: SeatsIssue[]): string {
  const named = issues.slice(0, mostNamedIssues).map(({ msg }) => msg.replace(/^Value error, /, ''))
  if (issues.length > mostNamedIssues) named.push(`and ${issues.length - mostNamedIssues} more`)
  return named.join('; ')
}

const shorten = (text: string) => (text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text)

function describe(code: string, status: number, safe: boolean): string {
  const isFailure = code === 'ServerError'
  const advice = isFailure && !safe ? mayHaveHappened : isFailure || status === 429 ? 'Try again in a moment.' : ''
  return `The server ${isFailure ? 'failed' : 'refused the request'} (HTTP ${status}). ${advice}`.trim()
}
