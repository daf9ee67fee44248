import { readBytes } from '../http/readBytes.ts'
import { bodyAlreadyRead } from '../internal/bodyAlreadyRead.ts'

/**
 * Reads the body of a delivery as the bytes that were signed.
 *
 * @throws Refusal with status 413 if the body is larger than `limitBytes`.
 * @throws SeatsError `ConfigurationError` if something has read or replaced the body before, for example
 * `express.json()`. Without this error, the signature would be wrong and the mistake would look like an attack.
 */
export async function readRawBody(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const body = await readBytes(request, limitBytes, 'webhook handler')
  const sentLength = request.headers.get('content-length')
  const isChanged = sentLength !== null && /^\d+$/.test(sentLength) && Number(sentLength) !== body.length
  if (isChanged) throw bodyAlreadyRead('webhook handler')
  return body
}
