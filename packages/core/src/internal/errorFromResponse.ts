import { SeatsError, type SeatsIssue } from '../errors/SeatsError.ts'
import { isCustomerSeat } from '../schemas/CustomerSeat.ts'
import { isObject, isText } from './is.ts'
import type { Call } from './call.ts'
import { mayHaveHappened } from './mayHaveHappened.ts'
import { parseJson } from './parseJson.ts'
import { parseRetryAfter } from './parseRetryAfter.ts'
import type { Answer } from './request.ts'

/** An answer that is not what was asked for, as the error that a caller can act on. `now` is in ms. */
export function errorFromResponse(call: Call, { status, headers, text }: Answer, now: number): SeatsError {
  if (status < 400) return invalidResponse(call, status)
  const parsed = parseJson(text)
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
    retryAfter: parseRetryAfter(headers.get('retry-after'), now),
    isRetryable: status === 429 || (call.safe && serverFault),
    isAmbiguous: !call.safe && serverFault,
    seat: isCustomerSeat(body.seat) ? body.seat : undefined,
  })
}

function invalidResponse({ operation, safe }: Call, status: number): SeatsError {
  // A browser hides where a redirect leads: its status reads 0.
  const redirected = status < 200 || status >= 300
  return new SeatsError({
    code: 'InvalidResponse',
    operation,
    status,
    detail: redirected
      ? 'The server answered with a redirect, which is not followed. Check the `baseURL`.'
      : `The server's answer is not one of the seats API. ${safe ? 'Check the `baseURL`.' : mayHaveHappened}`,
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
  if (className !== undefined && /^[A-Z]/.test(className)) return className
  if (status === 404) return 'NotFound'
  if (status === 429) return 'RateLimited'
  return status >= 500 ? 'ServerError' : 'BadRequest'
}

function detailOf(body: Record<string, unknown>, issues: SeatsIssue[]): string | undefined {
  if (issues.length > 0) return issues.map(({ msg }) => msg.replace(/^Value error, /, '')).join('; ')
  if (isText(body.detail) && body.detail !== body.error) return body.detail
  return isText(body.error_description) ? body.error_description : undefined
}

function describe(code: string, status: number, safe: boolean): string {
  if (code === 'Unauthorized') return 'You are not signed in, or the token is not accepted.'
  if (code === 'RateLimited') return 'Too many requests. Wait a moment, then try again.'
  if (code !== 'ServerError') return `The server refused the request (HTTP ${status}).`
  return `The server failed (HTTP ${status}). ${safe ? 'Try again in a moment.' : mayHaveHappened}`
}
