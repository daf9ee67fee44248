import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject, onTestFinished } from 'vitest'

const { NODE_ENV: _, TEST: _test, VITEST: _vitest, ...env } = process.env

/**
 * The environment variables without those of the test runner. With the test runner's variables, Nuxt would print no
 * address.
 */
export const userEnv = { ...env, NODE_OPTIONS: '' }

/** An empty project of a user, outside of the repository. */
export class Consumer {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'seats-consumer-'))

  /** @param whenDone Gets a function that deletes the project, and calls it later. Default: calls it after the test. */
  constructor(whenDone: (remove: () => void) => void = onTestFinished) {
    whenDone(() => rmSync(this.folder, { recursive: true, force: true }))
    this.write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  /**
   * Installs packages with npm. Seats' own packages come from the tarballs. Adds core beside each of them except the
   * emulator, so that npm does not look for core in a registry.
   */
  install(...names: string[]): void {
    const tarballs = inject('tarballs')
    const specs = names.map((name) => tarballs[name] ?? name)
    const core = names.some((name) => name !== '@seats/emulator' && name.startsWith('@seats/'))
      ? [tarballs['@seats/core'] ?? '']
      : []
    this.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...new Set([...specs, ...core])])
  }

  run(command: string, args: string[], options: ExecFileSyncOptions = {}): string {
    const binFolder = join(this.folder, 'node_modules', '.bin')
    try {
      return String(
        execFileSync(command, args, {
          cwd: this.folder,
          stdio: 'pipe',
          ...options,
          env: { ...userEnv, PATH: `${binFolder}:${process.env.PATH}`, ...options.env },
        }),
      )
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: unknown; stderr?: unknown }
      throw new Error(`${command} ${args.join(' ')} failed\n${String(stdout)}\n${String(stderr)}`, { cause: error })
    }
  }
}
