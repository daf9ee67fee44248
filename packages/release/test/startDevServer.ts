import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { userEnv } from './consumer.ts'

interface DevServer {
  /** The address that the server prints. */
  url: string
  stop(): Promise<void>
}

/** Runs a command that starts a server. The server runs until it is stopped, or until the test has ended. */
export async function startDevServer(command: string, cwd: string): Promise<DevServer> {
  // The server gets a process group of its own, so that the processes that npm starts end with the server.
  const server = spawn('sh', ['-c', command], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...userEnv, NO_COLOR: '1' },
  })
  const closed = once(server, 'close')
  const stop = async () => {
    if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) process.kill(-server.pid)
    await closed
  }
  onTestFinished(stop)
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(output)?.[0]
      if (url !== undefined) resolve({ url, stop })
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    closed.then(() => reject(new Error(`${command} ended before it printed an address:\n${output}`)), reject)
  })
}
