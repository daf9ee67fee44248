import { SeatsError } from '@seats/core'
import { readBytes } from '../http/readBytes.ts'

/**
 * Reads the body of a delivery as the bytes that were signed. Resolves with `'eaten'` if something has read or replaced
 * the body before: `express.json()`, for example. A wrong signature alone would look like an attack.
 *
 * @throws Refusal with status 413 if the body is larger than `limitBytes`.
 */
export async function readRawBody(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | 'eaten'> {
  if (request.bodyUsed || request.body?.locked) return 'eaten'
  const body = await readBytes(request, limitBytes)
  const sentLength = request.headers.get('content-length')
  const isChanged = sentLength !== null && /^\d+$/.test(sentLength) && Number(sentLength) !== body.length
  return isChanged ? 'eaten' : body
}

export const bodyEaten = (): SeatsError =>
  new SeatsError({
    code: 'ConfigurationError',
    detail:
      'Something read or changed the body of a webhook before this handler, so that its signature cannot be checked. ' +
      'Mount the webhook handler before express.json() and any other body parser, and give it the request unchanged.',
  })
