import type { SeatsError } from '@seats/core'
import { mayHaveHappenedText } from '../../http/mayHaveHappenedText.ts'
import { Refusal } from '../../http/refusals.ts'

/**
 * Returns the error for the page after a failed call to Polar. A refusal by Polar keeps its status, code and detail. If
 * Polar refuses this server's token or does not answer, the error says so.
 *
 * Any other error without a status means that the client is set up wrongly, so it is returned unchanged for the
 * operator.
 */
export function translatePolarError(error: SeatsError): SeatsError {
  const { code, status, isAmbiguous } = error
  const refuse = (code: string, status: number, text: string) => {
    const detail = isAmbiguous ? `${text} ${mayHaveHappenedText}` : text
    return new Refusal({ code, status, isAmbiguous, detail, cause: error })
  }
  if (status === 401 || code === 'InsufficientScope') {
    const detail = "Polar refuses this app's access. Its operator has to renew the access token."
    return refuse('UpstreamRefused', 502, detail)
  }
  if (code === 'NetworkError') return refuse(code, 502, 'Polar cannot be reached.')
  if (code === 'InvalidResponse') return refuse(code, 502, "Polar's answer could not be read.")
  if (code === 'TimeoutError') return refuse(code, 504, 'Polar did not answer in time.')
  return status === undefined ? error : new Refusal(error)
}
