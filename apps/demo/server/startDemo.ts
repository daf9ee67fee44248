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

const built = fileURLToPath(new URL('../dist', import.meta.url))

/** Starts the whole demo, at the real time or another; resolves once it can be opened. */
export async function startDemo(port: number, now?: number): Promise<Demo> {
  const backend = await startBackend(now)
  const server = createServer(getRequestListener(createApp(backend, built).fetch))
  let closing: Promise<void> | undefined
  const close = () => (closing ??= stop())
  async function stop() {
    backend.seats.close()
    if (server.listening) {
      const closed = once(server, 'close')
      server.close()
      // Streams and idle connections of open pages would keep it waiting.
      server.closeAllConnections()
      await closed
    }
    await backend.emulator.close()
  }
  try {
    const url = `http://127.0.0.1:${await listen(server, port)}`
    await backend.fill(url)
    return { ...backend, url, close }
  } catch (error) {
    await close()
    throw error
  }
}
