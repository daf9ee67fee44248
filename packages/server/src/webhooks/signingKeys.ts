import { SeatsError } from '@seats/core'

/**
 * Lists every key that a webhook secret can stand for. Nothing in a secret tells which one its endpoint uses:
 *
 * - the UTF-8 bytes of the whole text: secrets made before 8 September 2026, and any text that the owner chose;
 * - the bytes that follow `whsec_` in base64: secrets that Polar makes since.
 *
 * @throws SeatsError `ConfigurationError` if the secret is missing or empty.
 */
export function signingKeys(secret: string): Uint8Array<ArrayBuffer>[] {
  const text = typeof secret === 'string' ? secret.replaceAll(surroundings, '') : ''
  if (text === '' || text === prefix || text === olderPrefix) throw missingSecret()
  const decoded = text.startsWith(prefix) ? decodeBase64(text.slice(prefix.length)) : undefined
  const whole = new TextEncoder().encode(text)
  // Polar's newest kind first: most endpoints have it.
  return decoded === undefined ? [whole] : [decoded, whole]
}

export const missingSecret = (): SeatsError =>
  new SeatsError({
    code: 'ConfigurationError',
    detail: "The webhook secret is missing or empty. Copy it from the endpoint's page in your Polar settings.",
  })

const prefix = 'whsec_'
const olderPrefix = 'polar_whs_'

/** Blanks, line breaks and quotes that a secret picks up in a terminal, an `.env` file or a document. */
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
