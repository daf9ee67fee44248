import type { BrowserContext, Response } from 'playwright-core'

/** Keeps every header and body that the browser receives, as text. */
export function recordTraffic(context: BrowserContext): { received: () => Promise<string[]> } {
  const responses: Promise<string>[] = []
  context.on('response', (response) => responses.push(read(response)))
  return { received: () => Promise.all(responses) }
}

async function read(response: Response): Promise<string> {
  const headers = JSON.stringify(await response.allHeaders())
  // A redirect, and an answer to a page that was left, have no body to read.
  const body = await response.text().catch(() => '')
  return `${response.url()}\n${headers}\n${body}`
}
