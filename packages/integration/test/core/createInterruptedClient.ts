import type { SeatsClient } from '@seats/core'
import type { TestServers } from './startServers.ts'

type Interruption = () => unknown

/**
 * Creates a client with the organization's token. It runs a function of the test just before it sends a request.
 * `interruptions` has a list for each method: its first function runs before the first request with that method, and
 * its second function before the second request.
 */
export function createInterruptedClient(
  servers: TestServers,
  interruptions: Partial<Record<'GET' | 'POST' | 'DELETE', (Interruption | undefined)[]>>,
): SeatsClient {
  return servers.organizationClient({
    fetch: async (request) => {
      servers.sent.push(`${request.method} ${new URL(request.url).pathname}`)
      await interruptions[request.method as 'GET']?.shift()?.()
      return globalThis.fetch(request)
    },
  })
}

/** Breaks the connection before the request is sent. */
export const throwNetworkError = (): never => {
  throw new TypeError('fetch failed')
}
