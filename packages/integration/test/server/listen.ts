import { once } from 'node:events'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { onTestFinished } from 'vitest'

/** Serves a handler over real HTTP on a free port, until the test is over. */
export const listen = (fetch: (request: Request) => Response | Promise<Response>): Promise<string> =>
  startListening(createAdaptorServer({ fetch }) as Server)

/** Starts any Node server on a free port, until the test is over. */
export async function startListening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}`
}
