import { spawn, execFileSync } from 'node:child_process'
import { once } from 'node:events'

export interface StartedNode {
  /** The milliseconds from the start to the first line on stdout. */
  startupMs: number
  firstLine: string
  /** Returns the resident memory in megabytes. */
  memoryMB(): number
  /**
   * Collects garbage and returns the memory in use in megabytes, without the pages that V8 keeps free for later. Needs
   * the arguments `answerWithMemory`.
   */
  usedMemoryMB(): Promise<number>
  stop(): Promise<void>
}

const answerWithUsedBytes = `process.on('message', () => {
  gc()
  gc()
  const { rss, heapTotal, heapUsed } = process.memoryUsage()
  process.send(rss - heapTotal + heapUsed)
})`

/** Arguments for a Node process that answers `usedMemoryMB`. */
export const answerWithMemory = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent(answerWithUsedBytes)}`,
]

/** Starts a Node process. Resolves when it has printed its first line. */
export async function startNode(...args: string[]): Promise<StartedNode> {
  const startedAtMs = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (child.stdout === null) throw new Error('The process has no stdout.')
  const [data] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    startupMs: performance.now() - startedAtMs,
    firstLine: data.toString(),
    memoryMB: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024,
    async usedMemoryMB() {
      child.send('memory')
      const [bytes] = (await once(child, 'message')) as [number]
      return bytes / 2 ** 20
    },
    async stop() {
      // While the channel is open, the listener of `answerWithMemory` keeps the process alive.
      child.disconnect()
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** Starts the emulator's command line on a free port. */
export async function startCli(cli: string, args: string[] = [], nodeArgs: string[] = []) {
  const startedProcess = await startNode(...nodeArgs, cli, '--port', '0', '--json', ...args)
  return {
    ...startedProcess,
    ...(JSON.parse(startedProcess.firstLine) as { url: string; refs: Record<string, string> }),
  }
}
