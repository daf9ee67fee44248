import type { Page, Request } from 'playwright-core'

/** Counts the requests that a page has under way, without its event stream, which does not end. */
export function countRequests(page: Page): { underway(): number } {
  const underway = new Set<Request>()
  page.on('request', (request) => {
    if (!request.url().includes('/events')) underway.add(request)
  })
  const onEnd = (request: Request) => void underway.delete(request)
  page.on('requestfinished', onEnd).on('requestfailed', onEnd)
  return { underway: () => underway.size }
}
