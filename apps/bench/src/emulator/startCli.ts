import { spawn, execFileSync } from 'node:child_process'
import { once } from 'node:events'

export interface StartedNode {
  /** The milliseconds from the start to the first line on stdout. */
  startupMs: number
  firstLine: string
  /** Returns the resident memory in megabytes. */
  memoryMB(): number
  stop(): Promise<void>
}

/** Starts a Node process. Resolves when it has printed its first line. */
export async function startNode(...args: string[]): Promise<StartedNode> {
  const startedAtMs = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [data] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    startupMs: performance.now() - startedAtMs,
    firstLine: data.toString(),
    memoryMB: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024,
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** Starts the emulator's command line on a free port. */
export async function startCli(cli: string, ...args: string[]) {
  const startedProcess = await startNode(cli, '--port', '0', '--json', ...args)
  return {
    ...startedProcess,
    ...(JSON.parse(startedProcess.firstLine) as { url: string; refs: Record<string, string> }),
  }
}
