import type { BrowserContext, Page, Response } from 'playwright-core'

/** Records every header and body that the browser receives as text, event streams included. */
export function recordTraffic(context: BrowserContext): { received: () => Promise<string[]> } {
  const responses: Promise<string>[] = []
  const streamed: string[] = []
  context.on('page', (page) => void recordStreams(context, page, streamed))
  context.on('response', (response) => responses.push(read(response)))
  return { received: async () => [...(await Promise.all(responses)), ...streamed] }
}

async function read(response: Response): Promise<string> {
  const headers = await response.allHeaders()
  const isStream = headers['content-type']?.startsWith('text/event-stream') ?? false
  // A redirect has no body to read, nor has the answer to a page that was left. A stream has no end.
  const body = isStream ? '' : await response.text().catch(() => '')
  return `${response.url()}\n${JSON.stringify(headers)}\n${body}`
}

async function recordStreams(context: BrowserContext, page: Page, streamed: string[]): Promise<void> {
  const devtools = await context.newCDPSession(page)
  const keep = (base64: string) => streamed.push(Buffer.from(base64, 'base64').toString())
  devtools.on('Network.dataReceived', ({ data }) => data && keep(data))
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType !== 'text/event-stream') return
    void devtools.send('Network.streamResourceContent', { requestId }).then(({ bufferedData }) => keep(bufferedData))
  })
  await devtools.send('Network.enable')
}
