import { misconfigured } from '../internal/misconfigured.ts'

/**
 * Checks the list of allowed origins.
 *
 * @throws SeatsError `ConfigurationError` if an entry is not an origin as browsers send it in the header `Origin`.
 */
export function checkOrigins(origins: readonly string[]): void {
  if (!Array.isArray(origins)) throw misconfigured(`allowedOrigins is not an array. Write ["${String(origins)}"].`)
  for (const origin of origins) {
    if (isOrigin(origin)) continue
    throw misconfigured(
      `allowedOrigins contains "${String(origin)}", which is not the origin of a website or an app. ${suggestOrigin(String(origin))}`,
    )
  }
}

const isOrigin = (origin: unknown): boolean =>
  typeof origin === 'string' && originOf(origin) === origin && isHost(new URL(origin).hostname)

/** Schemes whose pages have no origin, or cannot send a request to this server. */
const schemesWithoutOrigin = /^(?:about|blob|data|file|ftp|javascript|mailto|wss?):$/

/**
 * Returns the origin of a URL with http, https or an app's own scheme (`capacitor://localhost`). Returns `undefined`
 * for other texts.
 */
function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, host } = new URL(text)
  return schemesWithoutOrigin.test(protocol) || host === '' ? undefined : `${protocol}//${host}`
}

/**
 * Returns true for a DNS name or an IP address. This check is needed because `URL` also accepts `*` and other
 * characters that no host name contains.
 */
const isHost = (name: string) => /^[\w-]+(\.[\w-]+)*\.?$/.test(name) || name.startsWith('[')

function suggestOrigin(text: string): string {
  if (text.includes('*')) {
    return 'Each origin is compared as a whole: list every one, for example "https://app.example.com".'
  }
  const origin = originOf(text.trim()) ?? originOf(`https://${text.trim()}`)
  const isUsable = origin !== undefined && isHost(new URL(origin).hostname) && /[.:]/.test(new URL(origin).host)
  const example = isUsable ? origin : 'https://app.example.com'
  return `Write only the scheme, the host in small letters, and a port that is not the default: "${example}".`
}
