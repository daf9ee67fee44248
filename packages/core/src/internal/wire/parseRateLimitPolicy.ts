/**
 * Parses a `RateLimit-Policy` header: `"default";q=80;w=60` allows 80 calls in 60 seconds.
 *
 * @returns The calls per minute that the strictest policy allows. Undefined if no policy can be read.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function parseRateLimitPolicy(value: string | null): number | undefined {
  if (!value) return undefined
  // Removes the names in quotes, which may contain a comma or a text that looks like a parameter.
  const policies = value.replaceAll(/"[^"]*"/g, '').split(',')
  const callsPerMinute = policies.map(
    (policy) => (readNumber(policy, /;\s*q=(\d+)/) * 60) / readNumber(policy, /;\s*w=(\d+)/),
  )
  const lowestRate = Math.min(...callsPerMinute.filter((rate) => rate > 0))
  return lowestRate < Infinity ? lowestRate : undefined
}

const readNumber = (policy: string, pattern: RegExp) => Number(pattern.exec(policy)?.[1])
