/**
 * Parses a `RateLimit-Policy` header: `"default";q=80;w=60` allows 80 calls in 60 seconds.
 *
 * @returns the calls a minute that the strictest of its policies allows; undefined if none can be read
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function parseRateLimitPolicy(value: string | null): number | undefined {
  // A name in quotes may hold a comma or what looks like a parameter.
  const policies = (value ?? '').replaceAll(/"[^"]*"/g, '').split(',')
  const rates = policies.map((policy) => (readNumber(policy, /;\s*q=(\d+)/) * 60) / readNumber(policy, /;\s*w=(\d+)/))
  const strictest = Math.min(...rates.filter((rate) => rate > 0))
  return strictest < Infinity ? strictest : undefined
}

const readNumber = (policy: string, pattern: RegExp) => Number(pattern.exec(policy)?.[1])
