/** Small apps that use the packages as a user would. */

/** Returns the text of a `tsconfig.json`. */
export const tsconfig = (compilerOptions: object = {}) =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'nodenext',
      strict: true,
      noEmit: true,
      types: [],
      ...compilerOptions,
    },
  })

export const coreApp = `
import { createSeatsClient, isSeatsError, preflightSeats, summarizeRoster } from '@seats/core'
import { parseRecipients } from '@seats/core/csv'
import { seatsQueryOptions } from '@seats/core/query'

const roster = { seats: [], available_seats: 7, total_seats: 10 }
const client = createSeatsClient({
  accessToken: 'polar_oat_test',
  retry: false,
  fetch: async (request: Request) => {
    if (request.method !== 'GET') throw new TypeError('offline')
    return Response.json(roster)
  },
})
const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const { available, total } = summarizeRoster(await client.listSeats(source))
console.log(\`\${available} of \${total} seats are free\`)
await client.assignSeat({ ...source, email: 'ada@example.com' }).catch((error: unknown) => {
  if (isSeatsError(error)) console.log(error.code)
})
const { recipients } = parseRecipients('ada@example.com, grace@example.com\\nKay <kay@example.com>')
console.log(\`\${preflightSeats(roster, recipients).filter(({ outcome }) => outcome === 'new').length} new\`)
seatsQueryOptions(client, source)
`

export const reactApp = `
import { createSeatsClient } from '@seats/core'
import { SeatsProvider, useAssignSeat, useSeats } from '@seats/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
function Team() {
  const free = useSeats(source, { select: (roster) => roster.available_seats })
  const assign = useAssignSeat(source)
  const shown: number | undefined = free.data
  return <button onClick={() => assign.mutate({ email: 'ada@example.com' })}>{shown} {assign.error?.detail}</button>
}
createRoot(document.body).render(
  <QueryClientProvider client={new QueryClient()}>
    <SeatsProvider client={createSeatsClient({ baseURL: '/api/seats' })}><Team /></SeatsProvider>
  </QueryClientProvider>,
)
`

/** An app with composables in a render function. This app is only compiled. */
export const vueApp = `
import { createSeatsClient } from '@seats/core'
import { seatsPlugin, useAssignSeat, useSeatAccess, useSeats } from '@seats/vue'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, defineComponent, h } from 'vue'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const Team = defineComponent(() => {
  const { data: free } = useSeats(() => source, { select: (roster) => roster.available_seats })
  const { mutate, error } = useAssignSeat(source)
  const { access } = useSeatAccess(source, { live: true })
  return () => {
    const shown: number | undefined = free.value
    const state: 'checking' | 'seated' | 'not' = access.value
    return h('button', { onClick: () => mutate({ email: 'ada@example.com' }) }, [shown, state, error.value?.detail])
  }
})
createApp(Team)
  .use(VueQueryPlugin)
  .use(seatsPlugin, { client: createSeatsClient({ baseURL: '/api/seats' }) })
  .mount('#app')
`

/** Uses the entry points that the other apps do not use. This app is only compiled. */
export const entryPointsApp = `
import { createSeatsClient } from '@seats/core'
import '@seats/core/ui.css'
import { de, extend, formatMoney } from '@seats/core/messages'
import { rosterRows, type RosterRow } from '@seats/core/ui'
import { previewBulk } from '@seats/core/ui/bulk'
import { test as base } from '@seats/emulator/playwright'
import { TeamPanel } from '@seats/react/ui'
import { createSeatsHandler } from '@seats/server'
import { ioredisStore, type IoredisClient } from '@seats/server/ioredis'
import { redisStore, type RedisClient } from '@seats/server/redis'
import { TeamPanel as VueTeamPanel } from '@seats/vue/ui'
import { h } from 'vue'

declare const redis: RedisClient
declare const ioredis: IoredisClient
export const handlers = [redisStore(redis), ioredisStore(ioredis)].map((store) =>
  createSeatsHandler({
    client: createSeatsClient({ accessToken: 'polar_oat_test' }),
    basePath: '/api/seats',
    authorize: () => null,
    store,
  }),
)
export const price: string = formatMoney(1000, 'eur', 'de')
export const Team = ({ id }: { id: string }) => (
  <TeamPanel source={{ subscription_id: id }} messages={extend(de, {})} />
)
export const vueTeam = (id: string) => h(VueTeamPanel, { source: { subscription_id: id }, messages: de })
export const rows: RosterRow[] = rosterRows([], { now: Date.now() }, de)
export const pasted: number = previewBulk('ada@example.com', undefined, de).recipients.length
export const test = base.extend<object, { appURL: string }>({
  appURL: [({ workerEmulator }, use) => use(workerEmulator.url), { scope: 'worker' }],
})
`

export const serverApp = `
import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler } from '@seats/server'

const emulator = await startEmulator()
const subscription_id = emulator.ref('acme/sub')
const handler = createSeatsHandler({
  client: createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch }),
  basePath: '/api/seats',
  authorize: () => ({ sources: [{ subscription_id }] }),
})
const call = (path: string, init?: RequestInit) => handler(new Request('https://app.test/api/seats/v1/customer-seats' + path, init))
const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
const body = JSON.stringify({ subscription_id, email: 'ada@example.com' })
const seat = await (await call('', { method: 'POST', headers: json, body })).json()
console.log(seat.email, seat.status)
console.log((await call('?subscription_id=3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f')).status)
await emulator.close()
`

/** An app with the guard and the webhook handler. A function answers in place of Polar. */
export const guardApp = `
import { createHmac } from 'node:crypto'
import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, createSeatsWebhookHandler } from '@seats/server'

const subscription_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
const otherId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'
const fetch = async () => Response.json({ seats: [], available_seats: 7, total_seats: 10 })
const handler = createSeatsHandler({
  client: createSeatsClient({ accessToken: 'polar_oat_acme', fetch }),
  basePath: '/api/seats',
  authorize: () => ({ sources: [{ subscription_id }] }),
})
const call = (path) => handler(new Request('https://app.test/api/seats/v1/customer-seats' + path))
const roster = await call('?subscription_id=' + subscription_id)
console.log(roster.status, (await roster.json()).total_seats)
console.log((await call('?subscription_id=' + otherId)).status)

const events = (await call('/events?subscription_id=' + subscription_id)).body.getReader()
await events.read()
const receive = createSeatsWebhookHandler({ secret: 'whsec_c2VjcmV0' })
const body = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: subscription_id } })
const now = String(Math.floor(Date.now() / 1000))
const signature = createHmac('sha256', Buffer.from('c2VjcmV0', 'base64')).update('1.' + now + '.' + body).digest('base64')
const headers = { 'webhook-id': '1', 'webhook-timestamp': now, 'webhook-signature': 'v1,' + signature }
console.log((await receive(new Request('https://app.test/hooks', { method: 'POST', headers, body }))).status)
console.log(new TextDecoder().decode((await events.read()).value).split('\\n')[0])
handler.close()
`
