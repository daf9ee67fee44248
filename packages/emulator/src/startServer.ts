import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { ConnectionDropped } from './faults/ConnectionDropped.ts'

type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>

export interface Server {
  url: string
  close: () => Promise<void>
}

/** Serves over HTTP; resolves once it is listening. */
export async function startServer(fetch: Fetch, port: number, host: string): Promise<Server> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, env) => {
      try {
        return await fetch(request, env as HttpBindings)
      } catch (error) {
        if (!(error instanceof ConnectionDropped)) throw error
        ;(env as HttpBindings).incoming.socket.destroy()
        return RESPONSE_ALREADY_SENT
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
