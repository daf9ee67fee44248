import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { startBackend, type Backend } from './backend.ts'
import { createApp } from './createApp.ts'
import { listen } from './listen.ts'

export interface Demo extends Backend {
  url: string
  close(): Promise<void>
}

const pageFolder = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * Starts the whole demo. Resolves when it can be opened.
 *
 * @param port The first port to try. With 0, any free port is taken.
 * @param now The time of the emulator in milliseconds. By default the real time.
 * @param extraPeople The number of people to add to the demo's first team. Default 0.
 */
export async function startDemo(port: number, now?: number, extraPeople?: number): Promise<Demo> {
  const backend = await startBackend(now, extraPeople)
  const server = createServer(getRequestListener(createApp(backend, pageFolder).fetch))
  let closing: Promise<void> | undefined
  const close = () => (closing ??= stop())
  async function stop() {
    backend.seats.close()
    if (server.listening) {
      const closed = once(server, 'close')
      server.close()
      // The streams and idle connections of open pages would delay the close.
      server.closeAllConnections()
      await closed
    }
    await backend.emulator.close()
  }
  try {
    const url = `http://127.0.0.1:${await listen(server, port)}`
    await backend.resetData(url)
    return { ...backend, url, close }
  } catch (error) {
    await close()
    throw error
  }
}
