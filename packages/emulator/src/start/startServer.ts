import type { IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { ConnectionDropped } from '../faults/ConnectionDropped.ts'
import { internalError } from './internalError.ts'

type Fetch = (request: Request, address: string) => Response | Promise<Response>

export interface Server {
  url: string
  close: () => Promise<void>
}

/**
 * Starts an HTTP server. Resolves when it listens. If the process runs nothing else (`isOwnProcess`), replaces the
 * process's global `Request` and `Response` by lighter classes.
 */
export async function startServer(fetch: Fetch, port: number, host: string, isOwnProcess = false): Promise<Server> {
  const server = createAdaptorServer({
    overrideGlobalObjects: isOwnProcess,
    // A request that stops halfway is soon answered 408.
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000 },
    fetch: (request, env) => {
      const { incoming } = env as HttpBindings
      try {
        const response = fetch(request, incoming.socket.remoteAddress ?? 'unknown')
        return response instanceof Promise ? response.catch((error: unknown) => answerError(error, incoming)) : response
      } catch (error) {
        return answerError(error, incoming)
      }
    },
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const hostname = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${hostname}:${address.port}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Closes the connection for a `ConnectionDropped`. Answers 500 to any other error. */
function answerError(error: unknown, incoming: IncomingMessage): Response {
  if (error instanceof ConnectionDropped) incoming.socket.destroy()
  // Checks the socket, because a request counts as destroyed once its body was read. If the connection was closed, no
  // answer is sent.
  return incoming.socket.destroyed ? RESPONSE_ALREADY_SENT : internalError(error)
}
