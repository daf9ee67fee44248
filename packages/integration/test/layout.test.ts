import { existsSync, globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const packages = fileURLToPath(new URL('../..', import.meta.url))

/** Tests that do not have the name of a module. The tables of `CONTRIBUTING.md` say what they test. */
const testsWithoutModule = [
  'bundle',
  'exports',
  'uiCss',
  'examples',
  'recipes',
  'betterAuth',
  'runtimes',
  'operations/operations',
  'handler/operations/operations',
  'runtimes/runtimes',
  'messages/catalogues',
  'messages/format',
  'messages/terms',
]

test.each([
  ['core/test', 'core/src'],
  ['conformance/test', 'core/src'],
  ['integration/test/core', 'core/src'],
  ['integration/test/server', 'server/src'],
])('each test in %s has the name of a module in %s', (tests, modules) => {
  const names = globSync('**/*.test.ts', { cwd: `${packages}/${tests}` }).map((file) =>
    file.slice(0, -'.test.ts'.length),
  )
  const withoutModule = names.filter((name) => {
    const [module = ''] = name.split(/(?<=\w)\./)
    return !testsWithoutModule.includes(name) && !existsSync(`${packages}/${modules}/${module}.ts`)
  })
  expect(names).not.toEqual([])
  expect(withoutModule).toEqual([])
})
