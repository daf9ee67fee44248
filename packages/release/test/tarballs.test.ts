import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import { publicPackages } from './pack.ts'

const tarballs = inject('tarballs')
const tool = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))

describe.each(publicPackages.map((name) => `@seats/${name}`))('%s', (name) => {
  const tarball = tarballs[name] ?? ''
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
  const read = (file: string) => execFileSync('tar', ['-xzOf', tarball, `package/${file}`], { encoding: 'utf8' })
  const manifest: Manifest = JSON.parse(read('package.json'))

  test('contains only its build, its sources and the standard documents', () => {
    expect(files).toContain('package/README.md')
    expect(files).toContain('package/LICENSE')
    const otherFiles = files.filter(
      (file) =>
        !/^package\/((dist|src|skills)\/.+|package\.json|README\.md|LICENSE|THIRD-PARTY-LICENSES\.md|CHANGELOG\.md)$/.test(
          file,
        ),
    )
    expect(otherFiles).toEqual([])
    expect(files.filter((file) => /\.(test|test-d)\.|tsbuildinfo/.test(file))).toEqual([])
  })

  // The emulator is installed beside a package that has the skill.
  test('has the skill for coding assistants, except the emulator', () => {
    const skill = 'skills/seats/SKILL.md'
    expect(files.includes(`package/${skill}`)).toBe(name !== '@seats/emulator')
    if (name === '@seats/emulator') return
    expect(read(skill)).toBe(readFileSync(new URL(`../../../${skill}`, import.meta.url), 'utf8'))
  })

  test('has declarations whose maps lead to its sources', () => {
    const declarations = files.filter((file) => /^package\/dist\/.+\.d\.ts$/.test(file))
    const sources = declarations.flatMap((file) => {
      const map = /\/\/# sourceMappingURL=(.+)$/m.exec(read(file.replace('package/', '')))?.[1]
      // A declaration that only re-exports another one has no map.
      if (map === undefined) return []
      const folder = posix.dirname(file)
      const { sources } = JSON.parse(read(posix.join(folder, map).replace('package/', ''))) as { sources: string[] }
      return sources.map((source) => posix.join(folder, source))
    })
    expect(sources).not.toEqual([])
    expect(files).toEqual(expect.arrayContaining(sources))
  })

  test('exports only built files, and has no references to the workspace or its catalog', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/@seats\/source|"workspace:|"catalog:/)
    expect(JSON.stringify(manifest.exports)).not.toContain('/src/')
  })

  test('has its framework and its optional packages as peer dependencies only', () => {
    const dependencies = Object.keys(manifest.dependencies ?? {})
    expect(dependencies.filter((name) => /^(react|react-dom|vue|@tanstack\/(react|vue)-query)$/.test(name))).toEqual([])
    expect(Object.keys(manifest.peerDependencies ?? {}).toSorted()).toEqual(peers[name] ?? [])
  })

  test('passes publint', () => {
    expect(() => execFileSync(tool('publint'), [tarball, '--strict'], { stdio: 'pipe' })).not.toThrow()
  })

  test('has types that resolve in every mode of ESM', () => {
    expect(() => execFileSync(tool('attw'), [tarball, '--profile', 'esm-only'], { stdio: 'pipe' })).not.toThrow()
  })
})

describe('@seats/create', () => {
  const tarball = tarballs['@seats/create'] ?? ''

  test('contains only its command, the templates as they are in the repository, and the standard documents', () => {
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
    const cwd = fileURLToPath(new URL('../../create', import.meta.url))
    const templates = execFileSync('git', ['ls-files', 'templates'], { cwd, encoding: 'utf8' }).trim().split('\n')
    expect(files.toSorted()).toEqual(
      ['LICENSE', 'README.md', 'package.json', 'dist/cli.js', ...templates].map((file) => `package/${file}`).toSorted(),
    )
  })

  test('passes publint', () => {
    expect(() => execFileSync(tool('publint'), [tarball, '--strict'], { stdio: 'pipe' })).not.toThrow()
  })
})

const peers: Record<string, string[]> = {
  '@seats/emulator': ['@playwright/test'],
  '@seats/react': ['@tanstack/react-query', 'react', 'react-dom'],
  '@seats/server': ['ioredis', 'redis'],
  '@seats/vue': ['@tanstack/vue-query', 'vue'],
}

interface Manifest {
  exports: unknown
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}
