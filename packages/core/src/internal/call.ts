import { SeatsError, type SeatsOperation } from '../errors/SeatsError.ts'
import { errorFromResponse } from './errorFromResponse.ts'
import { mayHaveHappened } from './mayHaveHappened.ts'
import type { RateBudget } from './rateBudget.ts'
import type { Requests } from './request.ts'
import { retryDelay, type RetryOptions } from './retryDelay.ts'
import { sleep } from './sleep.ts'
import { timeLimit } from './timeLimit.ts'
import type { TokenSource } from './tokenSource.ts'

/** What a call takes besides its input. */
export interface CallOptions {
  /** Ends the call; its reason is what the call rejects with. */
  signal?: AbortSignal | undefined
  /** In place of the client's. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for each attempt, in place of the client's. */
  timeout?: number | undefined
}

/** One operation as it goes over the wire. */
export interface Call {
  operation: SeatsOperation
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  query?: Record<string, string> | undefined
  body?: unknown
  /** Reading only: sending it twice does nothing twice. */
  safe: boolean
  /** Claim calls carry no token: a bad one would be refused, and none is needed. */
  anonymous?: boolean
}

/** A client's settings, resolved. */
export interface Transport {
  requests: Requests
  budget: RateBudget
  token: TokenSource | undefined
  timeout: number
  retry: RetryOptions | false
  now: () => number
  /** Where the seats lie: a session has paths of its own. */
  seatsPath: '/v1/customer-seats' | '/v1/customer-portal/seats'
  /** A session may name a checkout in place of the source. */
  acceptsCheckout: boolean
  /** `@seats/server` is told which source a seat should be on, so that it reads that roster first. */
  namesSource: boolean
}

type Check<T> = (value: unknown) => value is T

/** Sends a call, again where that is safe, and gives its answer once `isValid` holds. */
export async function call<T>(
  transport: Transport,
  spec: Call,
  isValid: Check<T>,
  { signal, retry = transport.retry, timeout = transport.timeout }: CallOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await authorized(transport, spec, isValid, signal, timeout)
    } catch (error) {
      const delay = error instanceof SeatsError ? retryDelay(error, attempt, retry) : undefined
      if (delay === undefined) throw error
      await sleep(delay, signal)
    }
  }
}

/** A refused token is renewed and the call sent once more, since a 401 has done nothing. */
async function authorized<T>(
  transport: Transport,
  spec: Call,
  isValid: Check<T>,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<T> {
  const tokens = spec.anonymous ? undefined : transport.token
  const token = await tokens?.get()
  try {
    return await once(transport, spec, isValid, token, signal, timeout)
  } catch (error) {
    if (token === undefined || !(error instanceof SeatsError) || error.status !== 401) throw error
    const renewed = await tokens?.renew(token)
    if (renewed === undefined) throw error
    return once(transport, spec, isValid, renewed, signal, timeout)
  }
}

async function once<T>(
  transport: Transport,
  spec: Call,
  isValid: Check<T>,
  token: string | undefined,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<T> {
  signal?.throwIfAborted()
  const limit = timeLimit(signal, timeout)
  transport.budget.note()
  try {
    const answer = await Promise.race([transport.requests.send(spec, token, limit.signal), limit.ended])
    if (answer.status >= 400) throw errorFromResponse(spec, answer, transport.now())
    return read(spec, answer.status, answer.text, isValid)
  } catch (error) {
    if (error instanceof SeatsError) throw error
    signal?.throwIfAborted()
    throw noAnswer(spec, limit.signal.aborted ? timeout : undefined, error)
  } finally {
    limit.clear()
  }
}

function read<T>(spec: Call, status: number, text: string, isValid: Check<T>): T {
  // A browser hides where a redirect leads: its status reads 0.
  const redirected = status === 0 || (status >= 300 && status < 400)
  const body = redirected ? undefined : parse(text)
  if (isValid(body)) return body
  throw new SeatsError({
    code: 'InvalidResponse',
    operation: spec.operation,
    status,
    detail: redirected
      ? 'The server answered with a redirect, which is not followed. Check the `baseURL`.'
      : `The server's answer is not one of the seats API. ${spec.safe ? 'Check the `baseURL`.' : mayHaveHappened}`,
    isAmbiguous: !spec.safe && !redirected,
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function noAnswer(spec: Call, timeout: number | undefined, error: unknown): SeatsError {
  const what =
    timeout === undefined ? 'The server cannot be reached.' : `The server did not answer within ${timeout / 1000} s.`
  return new SeatsError({
    code: timeout === undefined ? 'NetworkError' : 'TimeoutError',
    operation: spec.operation,
    detail: `${what} ${spec.safe ? 'Check the connection, then try again.' : mayHaveHappened}`,
    isRetryable: spec.safe,
    isAmbiguous: !spec.safe,
    // The fetch library's own error holds the whole request, the token included: only what caused it is kept.
    cause: error instanceof Error ? error.cause : undefined,
  })
}
