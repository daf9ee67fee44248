import type { SeatsError } from '@seats/core'
import { misconfigured } from '../internal/misconfigured.ts'

/**
 * Lists the possible keys of a webhook secret. The secret does not say which of them its endpoint uses:
 *
 * - the UTF-8 bytes of the whole text, for secrets made before 8 September 2026 and for texts that the owner chose;
 * - the bytes that follow `whsec_` in base64, for secrets that Polar has made since then.
 *
 * @throws SeatsError `ConfigurationError` if the secret is missing or empty.
 */
export function signingKeys(secret: string): Uint8Array<ArrayBuffer>[] {
  const text = typeof secret === 'string' ? secret.replaceAll(surroundings, '') : ''
  if (text === '' || text === prefix || text === olderPrefix) throw missingSecret()
  const decoded = text.startsWith(prefix) ? decodeBase64(text.slice(prefix.length)) : undefined
  const whole = new TextEncoder().encode(text)
  // The key of the newest kind comes first, because most endpoints use that kind.
  return decoded === undefined ? [whole] : [decoded, whole]
}

/** Returns the error for a secret that is missing or empty. */
export const missingSecret = (): SeatsError =>
  misconfigured("The webhook secret is missing or empty. Copy it from the endpoint's page in your Polar settings.")

const prefix = 'whsec_'
const olderPrefix = 'polar_whs_'

/** Blanks, line breaks and quotes around a secret, which come from a terminal, an `.env` file or a document. */
const surroundings = /^[\s"'`\p{Pi}\p{Pf}„‚\u200B\uFEFF]+|[\s"'`\p{Pi}\p{Pf}„‚\u200B\uFEFF]+$/gu

/** Decodes base64 in either alphabet, with or without padding. Returns `undefined` if the text is not base64. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
