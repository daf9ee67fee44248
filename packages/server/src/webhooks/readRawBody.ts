import { SeatsError } from '@seats/core'
import { readBytes } from '../http/readBytes.ts'

/**
 * Reads the body of a delivery as the bytes that were signed. Resolves with `'alreadyRead'` if something has read or replaced
 * the body before, for example `express.json()`. This is told apart from a wrong signature, which looks like an attack.
 *
 * @throws Refusal with status 413 if the body is larger than `limitBytes`.
 */
export async function readRawBody(
  request: Request,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'alreadyRead'> {
  if (request.bodyUsed || request.body?.locked) return 'alreadyRead'
  const body = await readBytes(request, limitBytes)
  const sentLength = request.headers.get('content-length')
  const isChanged = sentLength !== null && /^\d+$/.test(sentLength) && Number(sentLength) !== body.length
  return isChanged ? 'alreadyRead' : body
}

/** For a body that something read or changed before. */
export const bodyAlreadyRead = (): SeatsError =>
  new SeatsError({
    code: 'ConfigurationError',
    detail:
      'Something read or changed the body of a webhook before this handler, so its signature cannot be checked. ' +
      'Mount the webhook handler before express.json() and any other body parser, and give it the request unchanged.',
  })
