import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileExamples } from '@seats/conformance/examples'
import { measure } from '@seats/conformance/measure'
import { commonNames } from '@seats/conformance/names'
import { expect, test } from 'vitest'
import * as vue from '../src/exports/index.ts'

test('exports what the other framework does, and how its own is given things', () => {
  expect(Object.keys(vue).toSorted()).toEqual([...commonNames, 'seatsPlugin'].toSorted())
})

test('its own code is small', async () => {
  const size = await measure("export * from '@seats/vue'", import.meta.dirname, ['@seats/core'])
  expect(size).toBeLessThan(2.5)
})

test('so is what it adds to an app that has TanStack Query', async () => {
  const code = `
    import { createSeatsClient } from '@seats/core'
    import { seatsPlugin, useSeats, useAssignSeat } from '@seats/vue'
    console.log(createSeatsClient, seatsPlugin, useSeats, useAssignSeat)
  `
  expect(await measure(code, import.meta.dirname, [])).toBeLessThanOrEqual(15.5)
})

test('every example of the READMEs and of the source compiles', () => {
  const { readme, front, source, complaints } = compileExamples(join(import.meta.dirname, '..'))
  expect(complaints).toBe('')
  expect([readme, front, source]).toEqual([9, 1, 12])
}, 60_000)

test('the README has the outline that the other framework’s has', () => {
  const headings = (name: string) =>
    readFileSync(join(import.meta.dirname, `../../${name}/README.md`), 'utf8').match(/^## .*$/gm)
  expect(headings('react')).toEqual(headings('vue'))
})
