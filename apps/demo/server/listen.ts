import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const maxPortsTried = 20

/**
 * Listens on this machine only, on the first free port from `port` upwards, or on any free port if it is 0. Resolves with
 * the port.
 */
export async function listen(server: Server, port: number): Promise<number> {
  for (let next = port; ; next++) {
    try {
      server.listen(next, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!isTaken || next >= port + maxPortsTried || next >= 65_535) throw error
    }
  }
}
