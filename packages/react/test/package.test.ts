// @module-tag slow
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileExamples } from '@seats/conformance/examples'
import { measureBundle } from '@seats/conformance/measureBundle'
import { commonNames } from '@seats/conformance/names'
import { replaceSentence } from '@seats/conformance/replaceSentence'
import { expect, test } from 'vitest'
import * as react from '../src/exports/index.ts'

test('the package exports the same names as `@seats/vue`, and also the provider and `useSuspenseSeats`', () => {
  expect(Object.keys(react).toSorted()).toEqual([...commonNames, 'SeatsProvider', 'useSuspenseSeats'].toSorted())
})

test('the package without its dependencies is at most 3 kB', async () => {
  const size = await measureBundle("export * from '@seats/react'", import.meta.dirname, ['@seats/core'])
  expect(size).toBeLessThan(3)
})

const pageCode = `
  import { createSeatsClient } from '@seats/core'
  import { SeatsProvider, useSeats, useAssignSeat } from '@seats/react'
  console.log(createSeatsClient, SeatsProvider, useSeats, useAssignSeat)
`

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
  expect(counts).toEqual({ readme: 1, rootReadme: 2, source: 56 })
}, 120_000)

test('the README has the same headings as the README of the other framework', () => {
  const headings = (name: string) =>
    readFileSync(join(import.meta.dirname, `../../${name}/README.md`), 'utf8').match(/^## .*$/gm)
  expect(headings('react')).toEqual(headings('vue'))
})
