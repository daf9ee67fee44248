import type { SeatsToken } from '../../options/SeatsToken.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { isBrowser } from '../runtime/isBrowser.ts'
import { isText } from '../runtime/is.ts'
import { misconfigured } from '../input/misconfigured.ts'

/** A fixed token, or functions that get a token. */
export type TokenSource = { fixed: string } | RenewableToken

interface RenewableToken {
  fixed?: undefined
  get(): Promise<string>
  /** Gets another token after the server has refused this token. All calls that wait for it share one renewal. */
  renew(refusedToken: string): Promise<string>
}

const organizationTokenPattern = /^(polar_(oat|pat|at_[ou]|whs)_|whsec_)/

export const tokenInBrowser = (): SeatsError =>
  misconfigured('An organization token must not be in a browser. Use @seats/server, or a session token.')

export function createTokenSource(token: SeatsToken, allowBrowser: boolean): TokenSource {
  const checkToken = (value: unknown): string => {
    if (!isText(value) || !/^[\x21-\x7e]+$/.test(value)) {
      throw misconfigured('The token is empty or malformed.')
    }
    if (organizationTokenPattern.test(value) && isBrowser() && !allowBrowser) {
      throw tokenInBrowser()
    }
    return value
  }
  if (typeof token !== 'function') return { fixed: checkToken(token) }

  let currentToken: Promise<string> | undefined
  const askApp = (refresh: boolean) => {
    const newToken = Promise.resolve({ refresh }).then(token).catch(throwUnauthorized).then(checkToken)
    currentToken = newToken
    // After a failure, the next call asks again.
    newToken.catch(() => {
      if (currentToken === newToken) currentToken = undefined
    })
    return newToken
  }
  let renewal: Promise<string> | undefined
  return {
    get: () => currentToken ?? askApp(false),
    async renew(refusedToken) {
      const latestToken = await currentToken?.catch(() => undefined)
      // Another call has renewed the token in the meantime.
      if (latestToken !== undefined && latestToken !== refusedToken) return latestToken
      renewal ??= askApp(true).finally(() => {
        renewal = undefined
      })
      return renewal
    },
  }
}

/** Wraps every error of the app's token function, so that nobody mistakes it for an answer of the API. */
function throwUnauthorized(cause: unknown): never {
  throw new SeatsError({ code: 'Unauthorized', detail: 'The token function failed.', cause })
}
