// @module-tag slow
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { replaceSentence } from '../../conformance/src/replaceSentence.ts'
import { bundle } from './bundle.ts'

// Bundling takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const src = fileURLToPath(new URL('../src', import.meta.url))
const sourceFiles = globSync('**/*.ts', { cwd: src }).map((file) => ({
  file,
  text: readFileSync(`${src}/${file}`, 'utf8'),
}))

/** Returns the packages that a file imports. */
const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export|\}).*\bfrom '([^'.][^']*)'/gm)].map(([, module]) => module)

// The sizes are bytes after gzip. If you raise a ceiling, add a comment that says why.
test.each([
  ['the six operations', `export { createSeatsClient, isSeatsError } from '@seats/core'`, 8_500],
  [
    'the roster functions',
    `export { findSeat, indexRoster, isInvitationExpired, patchRoster, seatOccupant, summarizeRoster } from '@seats/core'`,
    // 1 kB of this size is code for the error about a `now` that is not a time. A page with a client already contains
    // that code.
    2_500,
  ],
  ['isSeatsError alone', `export { isSeatsError } from '@seats/core'`, 200],
  [
    'the six operations and every query factory',
    `export { createSeatsClient } from '@seats/core'; export * from '@seats/core/query'`,
    // Of this size, 0.6 kB are the table of the claim flow's transitions, 0.3 kB are code that builds a bulk report
    // only when it is read, and 6.5 kB are the seat count, permissions, my seats and members.
    34_500,
  ],
  // Of this size, 0.3 kB are code that builds the report of a plan only when it is read, in linear time, and 5.5 kB are
  // the seat count, permissions, my seats and members.
  ['the entry point `@seats/core`', `export * from '@seats/core'`, 32_000],
  // 7 kB of this size are papaparse, 2 kB the words of headers in twelve languages, 1 kB the codes of problems.
  ['the CSV reader', `export * from '@seats/core/csv'`, 17_500],
  // 0.2 kB of this size are sentences about the prices of later purchases and of reductions.
  ['one catalogue with the errors', `export { en, explainError, extend } from '@seats/core/messages'`, 9_900],
  // An app that uses `de` does not contain the texts of `deInformal`.
  ['the German catalogue', `export { de } from '@seats/core/messages'`, 9_100],
])('the size of %s is below its ceiling', async (_what, code, ceiling) => {
  const { bytes } = await bundle(code)
  expect(bytes).toBeLessThanOrEqual(ceiling)
  // A size far below its ceiling fails too, so that the ceiling is lowered.
  expect(bytes).toBeGreaterThan(ceiling * 0.85 - 100)
})

test('the README states the size of the client', async () => {
  const { bytes } = await bundle(`export { createSeatsClient, isSeatsError } from '@seats/core'`)
  const readme = `${src}/../README.md`
  const text = replaceSentence(readme, /[\d.]+ kB after gzip\./, `${(bytes / 1000).toFixed(1)} kB after gzip.`)
  await expect(text).toMatchFileSnapshot(readme)
})

describe('the client alone', () => {
  test.each([
    ['a workflow', /src\/workflows\//],
    ['a roster function', /src\/roster\//],
    ['a query factory', /src\/query\//],
    ['the CSV reader', /src\/csv\/|papaparse/],
    ['an event stream’s parser', /eventsource-parser/],
  ])('does not contain %s', async (_what, pattern) => {
    const { files } = await bundle(`export { createSeatsClient } from '@seats/core'`)
    expect(files.filter((file) => pattern.test(file))).toEqual([])
    const fullBundle = await bundle(
      `export * from '@seats/core'; export * from '@seats/core/query'; export * from '@seats/core/csv'`,
    )
    expect(fullBundle.files.filter((file) => pattern.test(file))).not.toEqual([])
  })
})

test('an unused import adds no code', async () => {
  expect(
    (
      await bundle(
        `import { assignSeats } from '@seats/core'; import { seatsQueryOptions } from '@seats/core/query'; import { parseRecipients } from '@seats/core/csv'; import { de, en, explainError, fr } from '@seats/core/messages'`,
      )
    ).files,
  ).toEqual([])
})

describe('the messages', () => {
  const catalogues = ['de', 'en', 'es', 'fr', 'ja']
  const languagesIn = async (code: string) => {
    const { files } = await bundle(code)
    return catalogues.filter((name) => files.some((file) => file.includes(`/messages/${name}/`)))
  }

  test.each(catalogues)('the catalogue %s does not bring the other languages', async (name) => {
    expect(await languagesIn(`export { ${name}, extend, explainError } from '@seats/core/messages'`)).toEqual([name])
  })
  test('functions that are imported without a catalogue bring no language', async () => {
    expect(await languagesIn(`export { explainError, extend, formatMoney } from '@seats/core/messages'`)).toEqual([])
    expect(await languagesIn(`export * from '@seats/core/messages'`)).toEqual(catalogues)
  })
})

test('core and its query factories use no eval, which a strict Content-Security-Policy forbids', async () => {
  const { text } = await bundle(`export * from '@seats/core'; export * from '@seats/core/query'`)
  expect(text).not.toMatch(/\beval\(|new Function\b|\bFunction\(/)
})

describe('the code of core', () => {
  test('imports only the package’s dependencies: no module of Node, and not TanStack', () => {
    const manifest: { dependencies: object } = JSON.parse(readFileSync(`${src}/../package.json`, 'utf8'))
    const modules = new Set(sourceFiles.flatMap(({ text }) => importsOf(text)))
    // An import can name an entry point of a package, such as `zod/mini`.
    const packages = new Set([...modules].map((module) => module?.split('/')[0]))
    expect([...packages].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted())
  })
  test('uses no globals of Node', () => {
    const filesWithGlobals = sourceFiles.filter(({ text }) =>
      /\b(process|Buffer|__dirname|require)\b\s*[.(]/.test(text),
    )
    expect(filesWithGlobals.map(({ file }) => file)).toEqual([])
  })
})

test('only src/exports has barrels, and files are small', () => {
  const barrels = sourceFiles.filter(({ file, text }) => !file.startsWith('exports/') && /^export .* from /m.test(text))
  expect(barrels.map(({ file }) => file)).toEqual([])
  const longFiles = sourceFiles.filter(({ text }) => text.split('\n').length > 240)
  expect(longFiles.map(({ file }) => file)).toEqual([])
})
