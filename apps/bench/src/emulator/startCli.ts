import { spawn, execFileSync } from 'node:child_process'
import { once } from 'node:events'

export interface Running {
  /** Until the first line on stdout. */
  milliseconds: number
  line: string
  /** Resident memory in megabytes. */
  memory(): number
  stop(): Promise<void>
}

/** Starts a Node process, and waits for the line that says it is ready. */
export async function startNode(...args: string[]): Promise<Running> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [data] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    milliseconds: performance.now() - started,
    line: data.toString(),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024,
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** The emulator's command line on a free port. */
export async function startCli(cli: string, ...args: string[]) {
  const running = await startNode(cli, '--port', '0', '--json', ...args)
  return { ...running, ...(JSON.parse(running.line) as { url: string; refs: Record<string, string> }) }
}
