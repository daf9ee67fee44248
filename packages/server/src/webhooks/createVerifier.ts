import { createHmacKey, type HmacKey } from './createHmacKey.ts'
import { missingSecret, signingKeys } from './signingKeys.ts'

/**
 * Resolves with true if a delivery was signed with one of the secrets, and if its time is at most five minutes from
 * now. `body` is the raw body.
 */
export type Verify = (body: Uint8Array<ArrayBuffer>, headers: Headers) => Promise<boolean>

/** The largest difference between the time of a delivery and now. */
const toleranceSeconds = 300

/**
 * For a larger body, only the key of a secret that was right last time is tried, if there is one, because anybody can
 * send large bodies and each key costs time. One key is enough, because an endpoint always signs with the same key.
 */
const maxBytesToTryAllKeys = 65_536

/**
 * Creates a function that checks signatures over the raw bytes, as Standard Webhooks defines them. Each secret can be
 * read as one or two keys (see `signingKeys`).
 *
 * @throws SeatsError `ConfigurationError` if a secret is missing or empty.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function createVerifier(secrets: readonly string[]): Verify {
  if (secrets.length === 0) throw missingSecret()
  /** The possible keys of each secret. */
  const keysOfSecrets = secrets.map((secret) => signingKeys(secret).map(createHmacKey))
  /** For the possible keys of each secret, the key that was right last. */
  const lastKeys = new Map<HmacKey[], HmacKey>()
  const keysFor = (keys: HmacKey[], { length }: Uint8Array) => {
    const lastKey = lastKeys.get(keys)
    return lastKey === undefined || length <= maxBytesToTryAllKeys ? keys : [lastKey]
  }
  return async (body, headers) => {
    const delivery = readHeaders(headers)
    if (delivery === undefined) return false
    const isSignedWith = async (key: HmacKey) => {
      const expected = await key.sign(`${delivery.id}.${delivery.timestamp}.`, body)
      return delivery.signatures.some((signature) => isEqual(signature, expected))
    }
    for (const keys of keysOfSecrets) {
      for (const key of keysFor(keys, body)) {
        if (!(await isSignedWith(key))) continue
        lastKeys.set(keys, key)
        return true
      }
    }
    return false
  }
}

interface SignedHeaders {
  id: string
  /** Seconds since 1970, as the text that was signed. */
  timestamp: string
  signatures: Uint8Array[]
}

/** Reads the headers. Returns `undefined` if no signature can be right, so that nothing is hashed. */
function readHeaders(headers: Headers): SignedHeaders | undefined {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return undefined
  if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > toleranceSeconds) return undefined
  const signatures = (headers.get('webhook-signature') ?? '').split(' ').flatMap(readSignature)
  return signatures.length === 0 ? undefined : { id, timestamp, signatures }
}

/** Reads a signature: `v1,` and 32 bytes in base64. Returns an empty array for other versions, which are ignored. */
function readSignature(text: string): Uint8Array[] {
  const base64 = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(text)?.[1]
  return base64 === undefined ? [] : [Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]
}

/**
 * Compares in constant time, so that an attacker cannot find the right signature by measuring how long an answer takes.
 */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}
