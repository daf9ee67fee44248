// @module-tag slow
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileExamples } from '@seats/conformance/examples'
import { measureBundle } from '@seats/conformance/measureBundle'
import { commonNames } from '@seats/conformance/names'
import { replaceSentence } from '@seats/conformance/replaceSentence'
import { expect, test } from 'vitest'
import * as vue from '../src/exports/index.ts'

test('the package exports the same names as `@seats/react`, and also the plugin and `provideSeatsClient`', () => {
  expect(Object.keys(vue).toSorted()).toEqual([...commonNames, 'provideSeatsClient', 'seatsPlugin'].toSorted())
})

test('the package without its dependencies is at most 3 kB', async () => {
  const size = await measureBundle("export * from '@seats/vue'", import.meta.dirname, ['@seats/core'])
  expect(size).toBeLessThan(3)
})

const pageCode = `
  import { createSeatsClient } from '@seats/core'
  import { seatsPlugin, useSeats, useAssignSeat } from '@seats/vue'
  console.log(createSeatsClient, seatsPlugin, useSeats, useAssignSeat)
`

// About 0.2 kB of this size are `import` statements for Vue, because Vue itself is not measured here. An app that
// bundles Vue does not have them.
test('a page with useSeats and useAssignSeat is at most 15.5 kB', async () => {
  expect(await measureBundle(pageCode, import.meta.dirname, [])).toBeLessThanOrEqual(15.5)
})

test('the README states the real sizes of a page with useSeats and useAssignSeat', async () => {
  const [withClient, withoutClient] = [
    await measureBundle(pageCode, import.meta.dirname, []),
    await measureBundle(pageCode, import.meta.dirname, ['@seats/core']),
  ]
  const readme = join(import.meta.dirname, '../README.md')
  const text = replaceSentence(
    readme,
    /Adds [\d.]+ kB .* without it\./,
    `Adds ${withClient.toFixed(1)} kB (gzip) to a page, including the client; ${withoutClient.toFixed(1)} kB without it.`,
  )
  await expect(text).toMatchFileSnapshot(readme)
})

test('every example in the READMEs and in the source compiles', () => {
  const { counts, compilerOutput } = compileExamples(join(import.meta.dirname, '..'))
  expect(compilerOutput).toBe('')
  expect(counts).toEqual({ readme: 2, rootReadme: 1, source: 45 })
}, 120_000)

test('the README has the same headings as the README of the other framework', () => {
  const headings = (name: string) =>
    readFileSync(join(import.meta.dirname, `../../${name}/README.md`), 'utf8').match(/^## .*$/gm)
  expect(headings('react')).toEqual(headings('vue'))
})
