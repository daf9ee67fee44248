import type { Transport } from './Transport.ts'
import type { WireCall } from './WireCall.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { checkCallOptions } from '../input/checkCallOptions.ts'
import { errorFromResponse } from './errorFromResponse.ts'
import { noAnswer } from './noAnswer.ts'
import { parseJson } from '../runtime/parseJson.ts'
import { parseRateLimitPolicy } from './parseRateLimitPolicy.ts'
import { countCall } from './clientBudget.ts'
import { retryDelay } from './retryDelay.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { sleep } from '../runtime/sleep.ts'
import { TimedOut, runWithTimeout } from '../runtime/runWithTimeout.ts'

type AnswerCheck<T> = (value: unknown) => value is T

/** Sends a call, and sends it again after a failure if that is safe. Resolves with an answer that `isValid` accepts. */
export async function call<T>(
  transport: Transport,
  wireCall: WireCall,
  isValid: AnswerCheck<T>,
  options: CallOptions = {},
): Promise<T> {
  checkCallOptions(options)
  const { signal, retry = transport.retry, timeout = transport.timeout } = options
  const startedAt = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendAuthorized(transport, wireCall, isValid, signal, timeout)
    } catch (error) {
      const delay =
        error instanceof SeatsError ? retryDelay(error, attempt, retry, performance.now() - startedAt) : undefined
      if (delay === undefined) throw error
      await sleep(delay, signal)
    }
  }
}

/**
 * Sends a call with the token, if the call needs a token. After a 401, renews a token that comes from a function, and
 * sends the call once more. This is safe, because a call that gets a 401 has changed nothing.
 */
function sendAuthorized<T>(
  transport: Transport,
  wireCall: WireCall,
  isValid: AnswerCheck<T>,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<T> {
  const send = (token: string | undefined) => sendOnce(transport, wireCall, isValid, token, signal, timeout)
  const tokens = wireCall.anonymous ? undefined : transport.token
  if (tokens === undefined || tokens.fixed !== undefined) return send(tokens?.fixed)
  // If no token arrives in time, the error is not ambiguous, because nothing has changed.
  const getTokenWithTimeout = (getToken: () => Promise<string>) =>
    runWithTimeout(signal, timeout, getToken).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw error instanceof TimedOut ? noAnswer(wireCall, error, timeout, false) : error
    })
  return getTokenWithTimeout(tokens.get).then((token) =>
    send(token).catch(async (error: unknown) => {
      if (!(error instanceof SeatsError) || error.status !== 401) throw error
      return send(await getTokenWithTimeout(() => tokens.renew(token)))
    }),
  )
}

async function sendOnce<T>(
  transport: Transport,
  wireCall: WireCall,
  isValid: AnswerCheck<T>,
  token: string | undefined,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<T> {
  try {
    const answer = await runWithTimeout(signal, timeout, (timedSignal) => {
      countCall(transport.budget)
      return transport.requests.send(wireCall, token, timedSignal)
    })
    const callsPerMinute = parseRateLimitPolicy(answer.headers.get('ratelimit-policy'))
    if (callsPerMinute !== undefined) transport.budget.allowedPerMinute = callsPerMinute
    const isSuccess = answer.status >= 200 && answer.status < 300
    // A 204 has no body, so its answer is `null`. `undefined` is never valid.
    const body =
      answer.status === 204 ? null : isSuccess && answer.text !== undefined ? parseJson(answer.text) : undefined
    if (isValid(body)) {
      transport.clock.readDate(answer.headers.get('date'))
      if (!wireCall.safe) transport.clock.readChange(body)
      return body
    }
    const secrets = [token ?? '', wireCall.secret ?? ''].filter(({ length }) => length >= minSecretLength)
    throw errorFromResponse(wireCall, answer, transport.clock.now(), secrets)
  } catch (error) {
    if (error instanceof SeatsError) throw error
    signal?.throwIfAborted()
    throw noAnswer(wireCall, error, timeout)
  }
}

/** Shorter secrets are not removed from an answer, because it could contain such a short text by chance. */
const minSecretLength = 8
