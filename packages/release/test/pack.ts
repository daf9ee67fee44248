import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The paths of the tarballs, by package name. */
    tarballs: Record<string, string>
  }
}

export const publicPackages = ['core', 'emulator', 'react', 'server', 'vue']

/** Packs every public package, and `@seats/create`, as `pnpm publish` would. Turbo has built the packages before. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'seats-tarballs-'))
  const filters = [...publicPackages, 'create'].flatMap((name) => ['--filter', `@seats/${name}`])
  execFileSync('pnpm', ['--recursive', ...filters, 'pack', '--pack-destination', folder], { stdio: 'pipe' })
  const tarballs = readdirSync(folder).map((file) => [
    `@seats/${/^seats-([a-z]+)-/.exec(file)?.[1]}`,
    join(folder, file),
  ])
  project.provide('tarballs', Object.fromEntries(tarballs))
  return () => rmSync(folder, { recursive: true, force: true })
}
