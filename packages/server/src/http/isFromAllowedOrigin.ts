/**
 * Returns true if a page of the guard's own origin or of an allowed origin sent the request. Browsers set the headers
 * `Origin` and `Sec-Fetch-Site`, and pages cannot change them. Also returns true for a read without `Sec-Fetch-Site`,
 * which an old browser or another program sends.
 *
 * A read that `Sec-Fetch-Site` shows to come from another site is refused too. That site could not see the answer, but
 * it could use up the rate limit and the streams of users who visit it.
 */
export function isFromAllowedOrigin(request: Request, allowedOrigins: ReadonlySet<string>): boolean {
  const isRead = request.method === 'GET'
  const origin = request.headers.get('origin')
  if (origin !== null && allowedOrigins.has(origin)) return true
  const site = request.headers.get('sec-fetch-site')
  // Browsers send `none` if somebody typed the address.
  if (site !== null) return site === 'same-origin' || (isRead && site === 'none')
  // Compares hosts without the scheme, because behind a proxy this server may see `http` instead of `https`. A
  // sandboxed page sends `null`, which is not a URL.
  return isRead || (origin !== null && URL.canParse(origin) && new URL(origin).host === hostOf(request))
}

const hostOf = (request: Request) => (request.headers.get('host') ?? new URL(request.url).host).toLowerCase()
