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
  expect(await measure(code, import.meta.dirname, [])).toBeLessThan(13.5)
})
