/**
 * Whether a page of this site, or of an allowed origin, sent the request. Browsers set both headers themselves; a
 * request that has neither may come from anywhere, and may only read.
 *
 * No other site can see what a read is answered, but it could spend the budget and the streams of whoever visits it.
 */
export function isFromSameSite(request: Request, allowedOrigins: ReadonlySet<string>): boolean {
  const isRead = request.method === 'GET'
  const origin = request.headers.get('origin')
  if (origin !== null && allowedOrigins.has(origin)) return true
  const site = request.headers.get('sec-fetch-site')
  // `none` is somebody who typed the address.
  if (site !== null) return site === 'same-origin' || (isRead && site === 'none')
  // Schemes are not compared: TLS ends at proxies. `null`, a sandboxed page's origin, is no URL.
  return isRead || (origin !== null && URL.canParse(origin) && new URL(origin).host === hostOf(request))
}

const hostOf = (request: Request) => (request.headers.get('host') ?? new URL(request.url).host).toLowerCase()
