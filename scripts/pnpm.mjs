// Runs pnpm through npx, because the scripts run before anything is installed. Needs Node 20.19 or newer, and npm.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** The pinned Node. It exists after the first install. */
export const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

/**
 * Runs a command and resolves with its exit code. A signal to this process ends the command first, then this process.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      if (signal !== null) process.kill(process.pid, signal)
      resolve(code ?? 1)
    })
  })
}

/** @type {(args: string[], options?: import('node:child_process').SpawnOptions) => Promise<number>} */
export const pnpm = (args, options) => run('npx', ['--yes', packageManager, ...args], options)

/** Installs the exact versions of the lockfile. */
export async function install() {
  const code = await pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], { stdio: ['ignore', 2, 2] })
  if (code !== 0) {
    console.error(
      'The install failed; the reason is above. It needs git, Node 20.19 or newer, npm and a package registry.',
    )
    process.exit(code)
  }
}
