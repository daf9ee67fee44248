import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createClient } from 'redis'

const clientOf = (path: string) => createClient({ socket: { path, tls: false } })

export interface Redis {
  /** The socket that a client connects to. */
  path: string
  /** A connected client, which is closed with the server. */
  connect(): Promise<ReturnType<typeof clientOf>>
  stop(): Promise<void>
}

/** A real Redis on a socket of its own, in memory. */
export async function startRedis(): Promise<Redis> {
  const directory = await mkdtemp(join(tmpdir(), 'seats-redis-'))
  const path = join(directory, 'redis.sock')
  const server = spawn(findRedis(), ['--port', '0', '--unixsocket', path, '--save', '', '--dir', directory])
  const clients: ReturnType<typeof clientOf>[] = []
  let ready = false
  for await (const line of server.stdout.setEncoding('utf8')) {
    ready = String(line).includes('ready to accept connections')
    if (ready) break
  }
  if (!ready) throw new Error('redis-server ended before it was ready.')
  server.stdout.resume()
  return {
    path,
    async connect() {
      const client = clientOf(path)
      clients.push(client)
      // The tests that stop the server expect it.
      client.on('error', () => {})
      await client.connect()
      return client
    },
    async stop() {
      for (const client of clients) client.destroy()
      if (server.exitCode === null) {
        server.kill()
        await once(server, 'exit')
      }
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function findRedis(): string {
  const onPath = (name: string) =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((directory) => join(directory, name))
      .find((file) => existsSync(file))
  const found = onPath('redis-server')
  if (found !== undefined) return found
  if (onPath('apt-get') !== undefined && process.getuid?.() === 0) {
    const apt = (...args: string[]) => execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args])
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'redis-server')
    const installed = onPath('redis-server')
    if (installed !== undefined) return installed
  }
  throw new Error('There is no redis-server on the PATH: install Redis (on Debian: apt-get install redis-server).')
}
