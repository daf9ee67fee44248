import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler } from '@seats/server'
import { dehydrate, QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createSSRApp, defineComponent, h, onServerPrefetch } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test } from 'vitest'
import { seatsPlugin, useClaimInfo, useSeats } from '../src/exports/index.ts'

test('suspense() reads on the server, and does not wait for a query that is disabled or has no source', async () => {
  const emulator = await startEmulator()
  const source = { subscription_id: emulator.ref('acme/sub') }
  const polar = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: 'http://emulator.test',
    fetch: (request) => emulator.fetch(request),
  })
  const handler = createSeatsHandler({
    client: polar,
    authorize: () => ({ sources: [source] }),
    basePath: '/api/seats',
  })
  let calls = 0
  const fetch = (request: Request) => {
    calls++
    return handler(request)
  }
  const queryClient = new QueryClient()
  const page = defineComponent({
    setup() {
      const { data, suspense } = useSeats(source)
      const withoutSource = useSeats(null)
      const disabled = useSeats(source, { enabled: () => false, select: ({ total_seats }) => total_seats })
      const info = useClaimInfo(null)
      onServerPrefetch(() => Promise.all([suspense(), withoutSource.suspense(), disabled.suspense(), info.suspense()]))
      return () => h('p', `${data.value?.available_seats} free, ${withoutSource.status.value}, ${info.status.value}`)
    },
  })
  const app = createSSRApp(page)
  app.use(VueQueryPlugin, { queryClient })
  app.use(seatsPlugin, { client: createSeatsClient({ baseURL: '/api/seats', fetch }) })
  expect(await renderToString(app)).toBe('<p>10 free, pending, pending</p>')
  expect(calls).toBe(1)
  expect(JSON.stringify(dehydrate(queryClient))).toContain('"available_seats":10')
  await emulator.close()
})
