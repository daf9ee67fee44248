import { measureFirst } from '@seats/conformance/measureFirst'
import { commonUiNames } from '@seats/conformance/names'
import { expect, test, vi } from 'vitest'
import * as ui from '../src/exports/ui.ts'

// A build takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test('the components have the same names in the other framework', () => {
  expect(Object.keys(ui).toSorted()).toEqual([...commonUiNames])
})

const page = `
  import { createSeatsClient } from '@seats/core'
  import '@seats/core/ui.css'
  import { SeatsProvider } from '@seats/react'
  import { TeamPanel } from '@seats/react/ui'
  console.log(createSeatsClient, SeatsProvider, TeamPanel)
`

test('a page with TeamPanel loads at most 40 kB at first, its stylesheet included', () => {
  const { kB } = measureFirst(page, import.meta.dirname)
  expect(kB).toBeLessThanOrEqual(40)
  expect(kB).toBeGreaterThan(30)
})

test('many invitations, the seat count, members and long lists are loaded when they are opened', () => {
  const { modules } = measureFirst(page, import.meta.dirname)
  const late = /BulkDialog|BulkForm|core\/src\/csv\/|SeatCountDialog|SeatCountForm|priceScreen|MemberItem|virtual/
  expect(modules.filter((name) => late.test(name))).toEqual([])
  expect(modules.some((name) => name.includes('SeatsTable'))).toBe(true)
})
