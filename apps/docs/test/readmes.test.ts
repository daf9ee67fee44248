import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'
import { describe, expect, test } from 'vitest'
import { site } from './pages.ts'

const root = join(site, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const readmes = globSync(['README.md', '{apps,packages}/*/README.md'], { cwd: root }).toSorted()

test.each(readmes)('%s is at most 120 lines long', (path) => {
  expect(read(path).trimEnd().split('\n').length).toBeLessThanOrEqual(120)
})

describe.each(['core', 'react', 'vue', 'server', 'emulator'])('the README of %s', (name) => {
  const text = read(`packages/${name}/README.md`)

  test('says how to install the package, what it needs, and where to read on', () => {
    expect(codeBlocks(text)[0]).toMatchObject({ language: 'sh', code: expect.stringContaining(`@seats/${name}`) })
    const { engines } = JSON.parse(read(`packages/${name}/package.json`))
    const needs = [`Node ${engines.node.slice('>='.length)} or newer`, 'TypeScript 5.4 or newer']
    for (const need of needs) expect(text.replaceAll('\n', ' ')).toContain(need)
    expect(text).toContain('ESM only')
    expect(text).toContain('https://github.com/seats-dev/seats/blob/main/apps/docs/guides/index.md')
  })
})

const filesForUsers = [...readmes.filter((path) => !path.startsWith('apps/')), 'skills/seats/SKILL.md']

test.each(filesForUsers)('%s has the address of the site', (path) => {
  const [, base] = /^  base: '(.*)',$/m.exec(read('apps/docs/.vitepress/config.ts')) ?? []
  expect(read(path)).toContain(`https://seats-dev.github.io${base}`)
})

test.each(['react', 'vue'])('the README of the repository has the install line of @seats/%s', (name) => {
  const [install = ''] = /^npm install .*$/m.exec(read(`packages/${name}/README.md`)) ?? []
  expect(install).toContain(`@seats/${name}`)
  expect(read('README.md').split('\n')).toContain(install)
})

test('the install line of @seats/vue has vue@3, because npm would choose Vue 2', () => {
  expect(read('packages/vue/README.md')).toMatch(/^npm install .*\bvue@3\b/m)
})

test.each(['react', 'vue'])(
  'the README of %s promises the oldest releases, and tests run with exactly these',
  (name) => {
    const { devDependencies, peerDependencies } = JSON.parse(read(`packages/${name}/package.json`))
    const query = `@tanstack/${name}-query`
    const oldest = (peer: string) => devDependencies[`${peer}-oldest`].replace(`npm:${peer}@`, '')
    for (const peer of [name, query]) expect(peerDependencies[peer].split(' ')[0]).toBe(`^${oldest(peer)}`)
    const label = name === 'react' ? 'React' : 'Vue'
    const needs = new RegExp(
      `Needs ${label} ${oldest(name).replace(/\.0$/, '')} or newer.* TanStack Query ${oldest(query)} or newer`,
    )
    expect(read(`packages/${name}/README.md`)).toMatch(needs)
  },
)
