// @module-tag slow
import { join } from 'node:path'
import { measureFirstLoad } from '@seats/conformance/measureFirstLoad'
import { commonUiNames } from '@seats/conformance/names'
import { replaceSentence } from '@seats/conformance/replaceSentence'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test, vi } from 'vitest'
import { createSeatsClient, seatAccessQueryOptions, seatsPlugin, type SeatAccess } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

// A build takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test('the components have the same names as in React', () => {
  expect(Object.keys(ui).toSorted()).toEqual([...commonUiNames])
})

const pageCode = `
  import { createSeatsClient } from '@seats/core'
  import '@seats/core/ui.css'
  import { seatsPlugin } from '@seats/vue'
  import { TeamPanel } from '@seats/vue/ui'
  console.log(createSeatsClient, seatsPlugin, TeamPanel)
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
    /Vue: \d+ kB at first, and \d+ kB in all/,
    `Vue: ${Math.ceil(measure().scriptKB)} kB at first, and ${Math.ceil(measureInAll().scriptKB)} kB in all`,
  )
  await expect(text).toMatchFileSnapshot(docs)
})

test('a build of a page with every component prints no warning', () => {
  const everything = `import * as ui from '@seats/vue/ui'\nconsole.log(ui)`
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
async function renderGate(
  access: Partial<SeatAccess> | undefined,
  fallback?: (props: { access: SeatAccess | undefined }) => string,
  attributes?: Record<string, unknown>,
) {
  const client = createSeatsClient({ baseURL: 'https://app.example.com/api/seats' })
  const queryClient = new QueryClient()
  queryClient.setQueryData(seatAccessQueryOptions(client, source).queryKey, access as SeatAccess | undefined)
  const slots = { default: () => 'Only for the team.', ...(fallback && { fallback }) }
  const app = createSSRApp({ render: () => h(ui.SeatGate, { source, ...attributes }, slots) })
  app.use(VueQueryPlugin, { queryClient }).use(seatsPlugin, { client })
  // Vue marks the beginning and the end of a slot with comments.
  return (await renderToString(app)).replaceAll(/<!--.*?-->/g, '')
}

test('SeatGate shows its children to people who have a seat, and the fallback or a sentence to others', async () => {
  expect(await renderGate({ seated: true })).toBe('Only for the team.')
  expect(await renderGate({ seated: false })).toContain('You need a seat to use this.')
  const explain = ({ access }: { access: SeatAccess | undefined }) => `You are ${access?.reason}.`
  expect(await renderGate({ seated: false, reason: 'pending' }, explain)).toBe('You are pending.')
})

test('SeatGate puts an element around its content only for an attribute that is not empty', async () => {
  const wrapped = '<div id="gate">Only for the team.</div>'
  expect(await renderGate({ seated: true }, undefined, { id: 'gate' })).toBe(wrapped)
  expect(await renderGate({ seated: true }, undefined, { id: '', class: undefined })).toBe('Only for the team.')
})
