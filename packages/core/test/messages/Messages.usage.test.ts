import { en } from '@seats/core/messages'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sentencesForCount } from './catalogues.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
/** The code of core and the components, and of the demo, because only the demo shows the user's own seats. */
const fileTexts = globSync(['packages/{core,react,vue}/src/**/*.{ts,tsx,vue}', 'apps/demo/src/**/*.{ts,tsx,vue}'], {
  cwd: root,
})
  .filter((file) => !file.includes('core/src/messages/'))
  .map((file) => readFileSync(`${root}${file}`, 'utf8'))

/** Returns whether a file has `group.key`, destructures the key from `group`, or computes the key. */
function isUsed(group: string, key: string): boolean {
  const readPattern = new RegExp(`\\b${group}\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = [\\w.]*\\b${group}\\n`)
  const computedPattern = new RegExp(`\\b${group}\\[|\\['${group}'\\]`)
  return fileTexts.some((text) => readPattern.test(text) || (computedPattern.test(text) && text.includes(`'${key}'`)))
}

test('each sentence of a catalogue is used somewhere', () => {
  // The sentences of these groups are chosen by a code, a status or a role. Types list all of those keys.
  const { errors: _errors, issues: _issues, status: _status, role: _role, ...groups } = en
  const paths = new Set(sentencesForCount(groups, 1).map(([path]) => path.split('.').slice(0, 2).join('.')))
  const unusedPaths = [...paths].filter((path) => {
    const [group = '', key = ''] = path.split('.')
    return !isUsed(group, key)
  })
  expect(paths.size).toBeGreaterThan(100)
  expect(unusedPaths).toEqual([])
})
