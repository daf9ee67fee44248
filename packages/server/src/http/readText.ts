import { readBytes } from './readBytes.ts'
import { badRequest } from './refusals.ts'

/**
 * Reads a request's body as text, at most `limitBytes` of it.
 *
 * @throws Refusal with status 413 if the body is larger, 400 if it is not UTF-8, 499 if the sender closes the
 * connection before the end.
 */
export async function readText(request: Request, limitBytes: number): Promise<string> {
  return decodeUtf8(await readBytes(request, limitBytes))
}

/** @throws Refusal with status 400 if the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badRequest(400, 'The body is not valid UTF-8.')
  }
}
