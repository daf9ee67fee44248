import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@seats/conformance/freePort'
import { findCommand } from './findCommand.ts'

export interface Postgres {
  /** The connection string of an empty database. */
  url: string
  stop(): Promise<void>
}

const debian = { package: 'postgresql', folders: ['/usr/lib/postgresql/*/bin'] }

/** Starts a real Postgres with an empty database, on a free port of this machine. */
export async function startPostgres(): Promise<Postgres> {
  const initdb = findCommand('initdb', debian)
  const command = findCommand('postgres', debian)
  const directory = await mkdtemp(join(tmpdir(), 'seats-postgres-'))
  const owner = postgresUser()
  if (owner !== undefined) await chown(directory, owner.uid, owner.gid)
  const data = join(directory, 'data')
  const port = await freePort()
  const options = { ...owner, cwd: directory }
  execFileSync(initdb, ['-D', data, '-A', 'trust', '-U', 'seats', '-E', 'UTF8', '--locale=C.UTF-8', '-N'], options)
  const server = spawn(
    command,
    ['-D', data, '-k', directory, '-h', '127.0.0.1', '-p', String(port), '-F', '-c', 'lc_messages=C'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const lines = createInterface(server.stderr)
  let output = ''
  for await (const line of lines) {
    output += `${line}\n`
    if (line.includes('ready to accept connections')) break
  }
  if (server.exitCode !== null) throw new Error(`postgres ended before it was ready:\n${output}`)
  server.stderr.resume()
  return {
    url: `postgresql://seats@127.0.0.1:${port}/postgres`,
    async stop() {
      if (server.exitCode === null) {
        // This signal makes Postgres close its connections and end.
        server.kill('SIGINT')
        await once(server, 'exit')
      }
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Returns the user of Debian's package if this process is root, because Postgres refuses to run as root. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}
