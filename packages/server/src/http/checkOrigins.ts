import { SeatsError } from '@seats/core'

/** @throws SeatsError `ConfigurationError` for a list that has what no browser sends as its `Origin` */
export function checkOrigins(origins: readonly string[]): void {
  if (!Array.isArray(origins)) throw misconfigured(`allowedOrigins is no list. Write ["${String(origins)}"].`)
  for (const origin of origins) {
    if (isOrigin(origin)) continue
    throw misconfigured(`allowedOrigins has "${String(origin)}", which no browser sends. ${advise(String(origin))}`)
  }
}

const isOrigin = (origin: unknown): boolean =>
  typeof origin === 'string' && originOf(origin) === origin && isHost(new URL(origin).hostname)

/** Returns undefined for what is no URL of a web page. */
function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) ? origin : undefined
}

/** A name as DNS has it, or an IP address. URLs also take `*` and other marks, which no host's name has. */
const isHost = (name: string) => /^[\w-]+(\.[\w-]+)*\.?$/.test(name) || name.startsWith('[')

function advise(text: string): string {
  if (text.includes('*')) {
    return 'Each origin is compared as a whole: write every one, such as "https://app.example.com".'
  }
  const origin = originOf(text.trim()) ?? originOf(`https://${text.trim()}`)
  const isUsable = origin !== undefined && isHost(new URL(origin).hostname) && /[.:]/.test(new URL(origin).host)
  return `Write the origin without a path: "${isUsable ? origin : 'https://app.example.com'}".`
}

const misconfigured = (detail: string) => new SeatsError({ code: 'ConfigurationError', detail })
