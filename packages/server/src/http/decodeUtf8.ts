import { refusal } from './refusals.ts'

/**
 * Decodes bytes to text.
 *
 * @throws Refusal with status 400 if the bytes are not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refusal(400, 'The body is not valid UTF-8.')
  }
}
