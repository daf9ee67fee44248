import type { SeatsError } from '@seats/core'
import { Refusal } from '../../http/refusals.ts'

/** What Polar answered, or did not, as this server answers it. */
export function asServed(error: SeatsError): SeatsError {
  const { code, status, isAmbiguous } = error
  const mayHaveHappened = isAmbiguous ? ' The change may have been made: look at the list before you try again.' : ''
  const instead = (code: string, status: number, detail: string) =>
    new Refusal({ code, status, isAmbiguous, detail: detail + mayHaveHappened, cause: error })
  if (status === 401 || code === 'InsufficientScope') {
    return instead(
      'UpstreamRefused',
      502,
      "Polar refuses this app's access. Its operator has to renew the access token.",
    )
  }
  if (code === 'NetworkError') return instead(code, 502, 'Polar cannot be reached.')
  if (code === 'InvalidResponse') return instead(code, 502, "Polar's answer could not be read.")
  if (code === 'TimeoutError') return instead(code, 504, 'Polar did not answer in time.')
  // Without a status it is this app's own: a client that is set up wrongly.
  return status === undefined ? error : new Refusal(error)
}
