import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export interface Cli {
  child: ChildProcessWithoutNullStreams
  stdout: () => string
  stderr: () => string
  exit: Promise<number | null>
}

/** Starts the command line from source, and ends it after the test. */
export function runCli(...args: string[]): Cli {
  const child = spawn(process.execPath, ['--conditions', '@seats/source', cli, ...args])
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  const exit = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
  })
  return { child, stdout: () => stdout, stderr: () => stderr, exit }
}

/** Starts the command line with `--json`, and waits until it is ready. */
export async function startCli(...args: string[]): Promise<Cli & { url: string; refs: Record<string, string> }> {
  const cli = runCli('--port', '0', '--json', ...args)
  const ended = cli.exit.then((code) => {
    throw new Error(`The command line ended with ${code}: ${cli.stderr()}`)
  })
  while (!cli.stdout().includes('\n')) await Promise.race([once(cli.child.stdout, 'data'), ended])
  ended.catch(() => {})
  return { ...cli, ...(JSON.parse(cli.stdout()) as { url: string; refs: Record<string, string> }) }
}
