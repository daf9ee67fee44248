import { execFileSync } from 'node:child_process'
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

  test('has what its package.json names, and nothing that nobody needs', () => {
    expect(files).toContain('package/README.md')
    expect(files).toContain('package/LICENSE')
    const others = files.filter(
      (file) =>
        !/^package\/(dist\/.+|package\.json|README\.md|LICENSE|THIRD-PARTY-LICENSES\.md|CHANGELOG\.md)$/.test(file),
    )
    expect(others).toEqual([])
    expect(files.filter((file) => /\.(test|test-d)\.|\.map$|tsbuildinfo/.test(file))).toEqual([])
    for (const file of files.filter((file) => /\.(js|d\.ts)$/.test(file))) {
      expect(read(file.replace('package/', '')), file).not.toContain('sourceMappingURL')
    }
  })

  test('leads to builds alone: no source, no workspace, no catalog', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/@seats\/source|"workspace:|"catalog:/)
    expect(JSON.stringify(manifest.exports)).not.toContain('/src/')
  })

  test('asks for the framework instead of bringing it', () => {
    const bringsAlong = Object.keys(manifest.dependencies ?? {})
    expect(bringsAlong.filter((name) => /^(react|vue|@tanstack\/.*)$/.test(name))).toEqual([])
    expect(Object.keys(manifest.peerDependencies ?? {}).toSorted()).toEqual(peers[name] ?? [])
  })

  test('passes publint', () => {
    expect(() => execFileSync(tool('publint'), [tarball, '--strict'], { stdio: 'pipe' })).not.toThrow()
  })

  test('has types that every kind of ESM resolution finds', () => {
    expect(() => execFileSync(tool('attw'), [tarball, '--profile', 'esm-only'], { stdio: 'pipe' })).not.toThrow()
  })
})

const peers: Record<string, string[]> = {
  '@seats/react': ['@tanstack/react-query', 'react'],
  '@seats/server': ['redis'],
  '@seats/vue': ['@tanstack/vue-query', 'vue'],
}

interface Manifest {
  exports: unknown
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}
