import type { SeatsToken } from '../../options/SeatsToken.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { isBrowser } from '../runtime/isBrowser.ts'
import { isText } from '../runtime/is.ts'
import { misconfigured } from '../input/misconfigured.ts'

/** A fixed token, or functions that get one. */
export type TokenSource = { fixed: string } | RenewableToken

interface RenewableToken {
  fixed?: undefined
  get(): Promise<string>
  /** Resolves with a newer token than the refused one. All calls that wait for it share one renewal. */
  renew(refused: string): Promise<string>
}

const secret = /^(polar_(oat|pat|at_[ou]|whs)_|whsec_)/

export const tokenInBrowser = (): SeatsError =>
  misconfigured('An organization token must not be in a browser. Use @seats/server, or a session token.')

export function createTokenSource(token: SeatsToken, allowBrowser: boolean): TokenSource {
  const check = (value: unknown): string => {
    if (!isText(value) || !/^[\x21-\x7e]+$/.test(value)) {
      throw misconfigured('The token is empty or malformed.')
    }
    if (secret.test(value) && isBrowser() && !allowBrowser) {
      throw tokenInBrowser()
    }
    return value
  }
  if (typeof token !== 'function') return { fixed: check(token) }

  let current: Promise<string> | undefined
  const ask = (refresh: boolean) => {
    const asked = Promise.resolve({ refresh }).then(token).catch(unauthorized).then(check)
    current = asked
    // After a failure, the next call asks again.
    asked.catch(() => {
      if (current === asked) current = undefined
    })
    return asked
  }
  let renewing: Promise<string> | undefined
  return {
    get: () => current ?? ask(false),
    async renew(refused) {
      const known = await current?.catch(() => undefined)
      // Another call has renewed the token in the meantime.
      if (known !== undefined && known !== refused) return known
      renewing ??= ask(true).finally(() => {
        renewing = undefined
      })
      return renewing
    },
  }
}

/** Throws a SeatsError in every case, so that an error of the app's function is not taken for an answer of the API. */
function unauthorized(cause: unknown): never {
  throw new SeatsError({ code: 'Unauthorized', detail: 'The token function failed.', cause })
}
