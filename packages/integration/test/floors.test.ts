import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import config from '../../../oxlint.config.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const foldersWithRule = new Set(
  config.overrides?.filter(({ rules }) => rules?.['no-restricted-imports']).flatMap(({ files }) => files),
)

/** Matches `src` and `src/exports`, which may import from every floor of their package. */
const highestFolderPattern = /\/src(\/exports)?$/

test.each([
  ['core', 40],
  ['server', 15],
  ['emulator', 40],
  ['react', 3],
  ['vue', 3],
])('each folder of %s has a rule that says what it may import', (name, minFolders) => {
  const files = globSync(`packages/${name}/src/**/*.{ts,tsx,vue}`, { cwd: root, exclude: ['**/*.css.d.ts'] })
  const folders = [...new Set(files.map((file) => dirname(file)))].filter(
    (folder) => !highestFolderPattern.test(folder),
  )
  expect(folders.length).toBeGreaterThanOrEqual(minFolders)
  expect(folders.filter((folder) => !foldersWithRule.has(`${folder}/*`))).toEqual([])
})
