import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis as IoredisClient } from 'ioredis'
import { createClient } from 'redis'
import { findCommand } from './findCommand.ts'

interface ReconnectOptions {
  /** With false, the client does not connect again when its connection is lost. */
  reconnectStrategy?: false
}

const createRedisClient = (path: string, options: ReconnectOptions = {}) =>
  createClient({ socket: { path, tls: false, ...options } })

export interface Redis {
  /** The path of the socket that a client connects to. */
  path: string
  /** Connects a client, which is closed together with the server. */
  connect(options?: ReconnectOptions): Promise<ReturnType<typeof createRedisClient>>
  /** Connects a client of ioredis, which is closed together with the server. */
  connectIoredis(options?: { retryStrategy?: () => null }): Promise<IoredisClient>
  /** Stops the server. `resume` starts it again on the same socket. */
  pause(): Promise<void>
  resume(): Promise<void>
  /** Makes the server keep its connections without answering. `thaw` lets the server answer again. */
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

/** Starts a real Redis in memory, on its own socket. */
export async function startRedis(): Promise<Redis> {
  const command = findCommand('redis-server', { package: 'redis-server' })
  const directory = await mkdtemp(join(tmpdir(), 'seats-redis-'))
  const path = join(directory, 'redis.sock')
  const clients: ReturnType<typeof createRedisClient>[] = []
  const ioredisClients: IoredisClient[] = []
  let server = await launch(command, directory, path)
  const pause = async () => {
    if (server.exitCode !== null) return
    server.kill()
    await once(server, 'exit')
  }
  return {
    path,
    pause,
    async resume() {
      server = await launch(command, directory, path)
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async connect(options) {
      const client = createRedisClient(path, options)
      clients.push(client)
      // Tests that stop the server expect connection errors.
      client.on('error', () => {})
      await client.connect()
      return client
    },
    async connectIoredis(options = {}) {
      const client = new IoredisClient({ path, ...options })
      ioredisClients.push(client)
      client.on('error', () => {})
      await once(client, 'ready')
      return client
    },
    async stop() {
      for (const client of ioredisClients) client.disconnect()
      for (const client of clients) if (client.isOpen) client.destroy()
      server.kill('SIGCONT')
      await pause()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function launch(command: string, directory: string, path: string) {
  const server = spawn(command, ['--port', '0', '--unixsocket', path, '--save', '', '--dir', directory])
  server.stdout.setEncoding('utf8')
  let output = ''
  for await (const text of server.stdout.iterator({ destroyOnReturn: false })) {
    output += String(text)
    if (output.includes('ready to accept connections')) {
      server.stdout.resume()
      return server
    }
  }
  throw new Error(`redis-server ended before it was ready:\n${output}`)
}
