import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the lockfile contains no download address, so that it works with any registry', () => {
  const lockfile = readFileSync(new URL('../../../pnpm-lock.yaml', import.meta.url), 'utf8')
  expect(lockfile.split('\n').filter((line) => /https?:\/\/|tarball:/.test(line))).toEqual([])
})

test('the published packages depend on permissive licences only', () => {
  const filters = ['core', 'emulator', 'react', 'server', 'vue'].flatMap((name) => ['--filter', `@seats/${name}`])
  const output = execFileSync('pnpm', ['licenses', 'list', '--prod', '--json', ...filters], { encoding: 'utf8' })
  const licences = Object.keys(JSON.parse(output))
  expect(licences.length).toBeGreaterThan(0)
  expect(licences.filter((name) => !permissive.has(name))).toEqual([])
})

/** These licences allow any use, even in closed products. */
const permissive = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
])
