import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const maxHigherPorts = 20

/**
 * Listens on the first free port from `port` upwards, or on any free port if it is 0. Only this machine can connect.
 * Resolves with the port.
 */
export async function listen(server: Server, port: number): Promise<number> {
  for (let triedPort = port; ; triedPort++) {
    try {
      server.listen(triedPort, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!isTaken || triedPort >= port + maxHigherPorts || triedPort >= 65_535) throw error
    }
  }
}
