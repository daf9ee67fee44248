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
 * Serves over HTTP; resolves once it is listening. A process that is the emulator and nothing else lets the server put
 * lighter `Request` and `Response` classes into its globals; one that runs other code keeps its own.
 */
export async function startServer(fetch: Fetch, port: number, host: string, isOwnProcess = false): Promise<Server> {
  const server = createAdaptorServer({
    overrideGlobalObjects: isOwnProcess,
    // Who starts a request and does not go on is answered 408, and soon.
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000 },
    fetch: (request, env) => {
      const { incoming } = env as HttpBindings
      try {
        const response = fetch(request, incoming.socket.remoteAddress ?? 'unknown')
        return response instanceof Promise ? response.catch((error: unknown) => fail(error, incoming)) : response
      } catch (error) {
        return fail(error, incoming)
      }
    },
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Closes the connection for a fault that says so, and answers 500 to any other error. */
function fail(error: unknown, incoming: IncomingMessage): Response {
  if (error instanceof ConnectionDropped) incoming.socket.destroy()
  // The socket, since the request itself counts as destroyed as soon as its body was read. A body that broke off has no reader.
  return incoming.socket.destroyed ? RESPONSE_ALREADY_SENT : internalError(error)
}
