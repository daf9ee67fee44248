import { createHmacKey, type HmacKey } from './createHmacKey.ts'
import { missingSecret, signingKeys } from './signingKeys.ts'

/** Tells whether a delivery was signed with one of the secrets, at most five minutes ago. `body` is as it arrived. */
export type Verify = (body: Uint8Array<ArrayBuffer>, headers: Headers) => Promise<boolean>

/** How far the time of a delivery may lie from now, in either direction. */
const toleranceSeconds = 300

/**
 * A larger body is tried only with the key that its secret turned out to be, once there is one: an endpoint keeps its
 * key, and anybody can send a large body.
 */
const everyKeyLimitBytes = 65_536

/**
 * Checks signatures as Standard Webhooks defines them, over the raw bytes.
 *
 * @throws SeatsError `ConfigurationError` if a secret is missing or empty.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function createVerifier(secrets: readonly string[]): Verify {
  if (secrets.length === 0) throw missingSecret()
  /** For each secret the keys that it can stand for. */
  const candidates = secrets.map((secret) => signingKeys(secret).map(createHmacKey))
  /** The key that signed last, for the keys of one secret. */
  const provenKeys = new Map<HmacKey[], HmacKey>()
  const keysFor = (keys: HmacKey[], { length }: Uint8Array) => {
    const proven = provenKeys.get(keys)
    return proven === undefined || length <= everyKeyLimitBytes ? keys : [proven]
  }
  return async (body, headers) => {
    const delivery = readHeaders(headers)
    if (delivery === undefined) return false
    const isSignedWith = async (key: HmacKey) => {
      const expected = await key.sign(`${delivery.id}.${delivery.timestamp}.`, body)
      return delivery.signatures.some((signature) => isEqual(signature, expected))
    }
    for (const keys of candidates) {
      for (const key of keysFor(keys, body)) {
        if (!(await isSignedWith(key))) continue
        provenKeys.set(keys, key)
        return true
      }
    }
    return false
  }
}

interface SignedHeaders {
  id: string
  /** In seconds, as it was signed. */
  timestamp: string
  signatures: Uint8Array[]
}

/** Returns `undefined` if no signature can be right, so that nothing needs to be hashed. */
function readHeaders(headers: Headers): SignedHeaders | undefined {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return undefined
  if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > toleranceSeconds) return undefined
  const signatures = (headers.get('webhook-signature') ?? '').split(' ').flatMap(readSignature)
  return signatures.length === 0 ? undefined : { id, timestamp, signatures }
}

/** Reads `v1,` and the base64 of 32 bytes. Other versions are not ours to check. */
function readSignature(text: string): Uint8Array[] {
  const base64 = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(text)?.[1]
  return base64 === undefined ? [] : [Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]
}

/** Compares in constant time, so that the time of an answer tells nothing of the right signature. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}
