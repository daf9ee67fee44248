import { SeatsError, type SeatsOperation } from '../errors/SeatsError.ts'
import { checkCallOptions } from './checkCallOptions.ts'
import { errorFromResponse } from './errorFromResponse.ts'
import { noAnswer } from './noAnswer.ts'
import { parseJson } from './parseJson.ts'
import { parseRateLimitPolicy } from './parseRateLimitPolicy.ts'
import type { RateBudget } from './rateBudget.ts'
import type { Requests } from './request.ts'
import { retryDelay, type RetryOptions } from './retryDelay.ts'
import type { ServerClock } from './serverClock.ts'
import { sleep } from './sleep.ts'
import type { TokenSource } from './tokenSource.ts'
import { TimedOut, within } from './within.ts'

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
  /** With the query. */
  path: string
  body?: unknown
  /** Besides those that every call has. */
  headers?: Record<string, string>
  /** Reading only: sending it twice does nothing twice. */
  safe: boolean
  /** Claim calls carry no token: a bad one would be refused, and none is needed. */
  anonymous?: boolean
  /** The invitation token in the path or the body, which must not come back in an error. */
  secret?: string
}

/** A client's settings, resolved. */
export interface Transport {
  requests: Requests
  budget: RateBudget
  token: TokenSource | undefined
  timeout: number
  retry: RetryOptions | false
  clock: ServerClock
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
  options: CallOptions = {},
): Promise<T> {
  checkCallOptions(options)
  const { signal, retry = transport.retry, timeout = transport.timeout } = options
  const startedAt = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await authorized(transport, spec, isValid, signal, timeout)
    } catch (error) {
      const delay =
        error instanceof SeatsError ? retryDelay(error, attempt, retry, performance.now() - startedAt) : undefined
      if (delay === undefined) throw error
      await sleep(delay, signal)
    }
  }
}

/** A refused token is renewed and the call sent once more, since a 401 has done nothing. */
function authorized<T>(
  transport: Transport,
  spec: Call,
  isValid: Check<T>,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<T> {
  const send = (token: string | undefined) => once(transport, spec, isValid, token, signal, timeout)
  const tokens = spec.anonymous ? undefined : transport.token
  if (tokens === undefined || tokens.fixed !== undefined) return send(tokens?.fixed)
  // Nothing is sent yet: a token that does not come leaves nothing open.
  const ask = (get: () => Promise<string>) =>
    within(signal, timeout, get).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw error instanceof TimedOut ? noAnswer(spec, error, timeout, false) : error
    })
  return ask(tokens.get).then((token) =>
    send(token).catch(async (error: unknown) => {
      if (!(error instanceof SeatsError) || error.status !== 401) throw error
      return send(await ask(() => tokens.renew(token)))
    }),
  )
}

async function once<T>(
  transport: Transport,
  spec: Call,
  isValid: Check<T>,
  token: string | undefined,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<T> {
  try {
    const answer = await within(signal, timeout, (limited) => {
      transport.budget.note()
      return transport.requests.send(spec, token, limited)
    })
    const allowed = parseRateLimitPolicy(answer.headers.get('ratelimit-policy'))
    if (allowed !== undefined) transport.budget.learn(allowed)
    const isSuccess = answer.status >= 200 && answer.status < 300
    const body = isSuccess && answer.text !== undefined ? parseJson(answer.text) : undefined
    if (isValid(body)) {
      transport.clock.readDate(answer.headers.get('date'))
      if (!spec.safe) transport.clock.readChange(body)
      return body
    }
    const secrets = [token ?? '', spec.secret ?? ''].filter(({ length }) => length >= shortestSecret)
    throw errorFromResponse(spec, answer, transport.clock.now(), secrets)
  } catch (error) {
    if (error instanceof SeatsError) throw error
    signal?.throwIfAborted()
    throw noAnswer(spec, error, timeout)
  }
}

/** Shorter text can stand in an answer by chance. */
const shortestSecret = 8
