import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { userEnv } from './consumer.ts'

/** Runs a command until the test has ended. Resolves with the address that it prints. */
export async function startDevServer(command: string, cwd: string): Promise<string> {
  // A separate process group, so that the processes that npm starts end with it.
  const server = spawn('sh', ['-c', command], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...userEnv, NO_COLOR: '1' },
  })
  const closed = once(server, 'close')
  onTestFinished(async () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
    await closed
  })
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(output)?.[0]
      if (url !== undefined) resolve(url)
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    closed.then(() => reject(new Error(`${command} ended before it printed an address:\n${output}`)), reject)
  })
}
