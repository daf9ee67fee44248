import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const emulator = fileURLToPath(new URL('../../../../packages/emulator', import.meta.url))

/** Builds the command line as it is published, because users run the build and not the source. */
export async function buildCli(): Promise<AsyncDisposable & { path: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'seats-bench-'))
  const tsdown = join(emulator, 'node_modules/tsdown/dist/run.mjs')
  await promisify(execFile)(process.execPath, [tsdown, '--out-dir', directory, '--no-dts'], { cwd: emulator })
  return {
    path: join(directory, 'cli.js'),
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
  }
}
