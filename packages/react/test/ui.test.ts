// @module-tag slow
import { join } from 'node:path'
import { measureFirstLoad } from '@seats/conformance/measureFirstLoad'
import { commonUiNames } from '@seats/conformance/names'
import { replaceSentence } from '@seats/conformance/replaceSentence'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { createSeatsClient, seatAccessQueryOptions, SeatsProvider, type SeatAccess } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

// A build takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test('the components have the same names as in Vue', () => {
  expect(Object.keys(ui).toSorted()).toEqual([...commonUiNames])
})

const pageCode = `
  import { createSeatsClient } from '@seats/core'
  import '@seats/core/ui.css'
  import { SeatsProvider } from '@seats/react'
  import { TeamPanel } from '@seats/react/ui'
  console.log(createSeatsClient, SeatsProvider, TeamPanel)
`

let measured: ReturnType<typeof measureFirstLoad> | undefined
const measure = () => (measured ??= measureFirstLoad(pageCode, import.meta.dirname))

test('a page with TeamPanel loads at most 40 kB at first, its stylesheet included', () => {
  const { kB } = measure()
  expect(kB).toBeLessThanOrEqual(40)
  expect(kB).toBeGreaterThan(30)
})

/** The modules that the page loads without a click for a user who may manage seats. */
const managerModules = /InviteCalls|RowCalls|NoteCell|SubscriptionNotices/

let measuredInAll: ReturnType<typeof measureFirstLoad> | undefined
const measureInAll = () => (measuredInAll ??= measureFirstLoad(pageCode, import.meta.dirname, managerModules))

test('a page with TeamPanel loads at most 40 kB of code in all for a user who may manage seats, until a dialog is opened', () => {
  const { scriptKB, modules } = measureInAll()
  for (const name of managerModules.source.split('|')) {
    expect(modules.filter((id) => id.includes(`/${name}.`))).not.toEqual([])
  }
  expect(scriptKB).toBeLessThanOrEqual(40)
})

test('the docs state how much code a page with TeamPanel loads at first, and the total for a user who may manage seats', async () => {
  const docs = join(import.meta.dirname, '../../../apps/docs/reference/components.md')
  const text = replaceSentence(
    docs,
    /React: \d+ kB at first, and \d+ kB in all/,
    `React: ${Math.ceil(measure().scriptKB)} kB at first, and ${Math.ceil(measureInAll().scriptKB)} kB in all`,
  )
  await expect(text).toMatchFileSnapshot(docs)
})

test('a build of a page with every component prints no warning', () => {
  const everything = `import * as ui from '@seats/react/ui'\nconsole.log(ui)`
  expect(measureFirstLoad(everything, import.meta.dirname).warnings).toEqual([])
})

test('the code and the texts for many invitations, the seat count, members, long lists and row actions are loaded only when they are needed', () => {
  const { modules } = measure()
  const loadedLater =
    /InviteCalls|BulkDialog|BulkForm|core\/src\/csv\/|SeatCountDialog|SeatCountForm|priceScreen|ScheduledCount|MembersButton|MemberItem|RowCalls|createRowActions|virtual|messages\/en\/(en|bulk|count|pages|lineIssues|laterErrors)\./
  expect(modules.filter((name) => loadedLater.test(name))).toEqual([])
  expect(modules.some((name) => name.includes('SeatsTable'))).toBe(true)
})

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }

/** Renders a gate for a user with this access. `undefined` means that the access is not known yet. */
function renderGate(access: Partial<SeatAccess> | undefined, fallback?: (access: SeatAccess | undefined) => string) {
  const client = createSeatsClient({ baseURL: 'https://app.example.com/api/seats' })
  const queryClient = new QueryClient()
  queryClient.setQueryData(seatAccessQueryOptions(client, source).queryKey, access as SeatAccess | undefined)
  const gate = h(ui.SeatGate, { source, fallback, children: 'Only for the team.' })
  return renderToStaticMarkup(
    h(QueryClientProvider, { client: queryClient, children: h(SeatsProvider, { client, children: gate }) }),
  )
}

test('SeatGate shows its children to people who have a seat, and the fallback or a sentence to others', () => {
  expect(renderGate({ seated: true })).toBe('Only for the team.')
  expect(renderGate({ seated: false })).toContain('You need a seat to use this.')
  expect(renderGate(undefined)).toContain('Checking your access…')
  const explain = (access: SeatAccess | undefined) => `You are ${access?.reason}.`
  expect(renderGate({ seated: false, reason: 'pending' }, explain)).toBe('You are pending.')
})
