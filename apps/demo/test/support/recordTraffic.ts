import type { BrowserContext, Page, Route } from 'playwright-core'

/**
 * Records the headers and bodies of all answers and event streams that the browser receives. Answers pass through the test,
 * because Chromium often forgets the body of an answer that the page has read.
 */
export async function recordTraffic(context: BrowserContext): Promise<{ received: () => Promise<string[]> }> {
  const received: string[] = []
  context.on('page', (page) => void recordStreams(context, page, received))
  await context.route('**/*', (route) => recordAnswer(route, received))
  return {
    async received() {
      await context.unrouteAll({ behavior: 'wait' })
      return received
    },
  }
}

async function recordAnswer(route: Route, received: string[]): Promise<void> {
  const request = route.request()
  // The answer of an event stream never ends, so `recordStreams` records it.
  if (request.headers().accept === 'text/event-stream') return route.continue()
  const response = await route.fetch({ maxRedirects: 0 })
  received.push(`${request.url()}\n${JSON.stringify(response.headersArray())}\n${await response.text()}`)
  await route.fulfill({ response })
}

async function recordStreams(context: BrowserContext, page: Page, received: string[]): Promise<void> {
  const devtools = await context.newCDPSession(page)
  const record = (base64: string) => received.push(Buffer.from(base64, 'base64').toString())
  devtools.on('Network.dataReceived', ({ data }) => data && record(data))
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType !== 'text/event-stream') return
    received.push(JSON.stringify(response.headers))
    void devtools.send('Network.streamResourceContent', { requestId }).then(({ bufferedData }) => record(bufferedData))
  })
  await devtools.send('Network.enable')
}
