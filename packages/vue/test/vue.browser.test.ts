import { unmountAfterTest, expectLines, watchConsole } from '@seats/conformance/page'
import { TestBackend } from '@seats/conformance/TestBackend'
import { line, seatRows } from '@seats/conformance/team'
import { h } from '@seats/conformance/View'
import { createSeatsClient, type SeatsClient, type SeatSource } from '@seats/core'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import {
  computed,
  createApp,
  defineComponent,
  effectScope,
  h as create,
  KeepAlive,
  reactive,
  ref,
  Suspense,
  type Component,
} from 'vue'
import { expect, test, vi } from 'vitest'
import { provideSeatsClient, seatsPlugin, useSeats, useSeatsClient } from '../src/exports/index.ts'
import { draw } from './driver.ts'

watchConsole()

test('a source can be a value, a ref, a getter or a reactive object, and can change', async () => {
  const backend = await TestBackend.create({ roster: ['ada@example.com'] })
  const { subscription_id: id = '' } = backend.source
  const { subscription_id: other = '' } = backend.otherSource
  const object = reactive({ subscription_id: id })
  const sourceRef = ref<SeatSource | null>(null)
  const component = defineComponent({
    setup() {
      const queries = [
        useSeats(backend.source),
        useSeats(object),
        useSeats(sourceRef),
        useSeats(() => sourceRef.value),
        useSeats(computed(() => sourceRef.value)),
      ]
      return () => draw(h('div', {}, line(queries.map(({ data }) => data.value?.seats[0]?.email ?? '-').join(' '))))
    },
  })
  const page = mountVue(component, backend.createClient())
  await expectLines(page, 'ada@example.com ada@example.com - - -')
  object.subscription_id = other
  sourceRef.value = { subscription_id: id }
  await expectLines(page, 'ada@example.com other@example.com ada@example.com ada@example.com ada@example.com')
  expect(backend.calls).toEqual(['GET', 'GET'])
})

test('options can be refs, and can change', async () => {
  const backend = await TestBackend.create({ seats: 4 })
  const isEnabled = ref(false)
  const select = ref((roster: { total_seats: number }) => roster.total_seats)
  const component = defineComponent({
    setup() {
      const { data } = useSeats(backend.source, { enabled: isEnabled, select })
      return () => draw(line(`${data.value}`))
    },
  })
  const page = mountVue(component, backend.createClient())
  await expectLines(page, 'undefined')
  isEnabled.value = true
  await expectLines(page, '4')
  select.value = (roster) => roster.total_seats * 10
  await expectLines(page, '40')
  expect(backend.calls).toEqual(['GET'])
})

test('a page in <Suspense> with suspense() is shown when its data has been read', async () => {
  const backend = await TestBackend.create({ roster: ['ada@example.com'] })
  const team = defineComponent({
    async setup() {
      const { data, suspense } = useSeats(backend.source)
      await suspense()
      return () => draw(h('div', {}, ...seatRows(data.value)))
    },
  })
  const component = defineComponent({
    setup: () => () => create(Suspense, null, { default: () => create(team), fallback: () => draw(line('loading')) }),
  })
  const listCall = backend.holdNextCall('GET')
  const page = mountVue(component, backend.createClient())
  await expectLines(page, 'loading')
  listCall.release()
  await expectLines(page, 'ada@example.com pending')
  expect(backend.calls).toEqual(['GET'])
})

test('the stream is closed when the effect scope stops', async () => {
  const backend = await TestBackend.create()
  const app = createApp({ render: () => null })
  app.use(VueQueryPlugin, { queryClient: new QueryClient() })
  app.use(seatsPlugin, { client: backend.createClient() })
  const scope = effectScope()
  app.runWithContext(() => scope.run(() => useSeats(backend.source, { live: true })))
  await expect.poll(() => backend.openStreamCount).toBe(1)
  scope.stop()
  await expect.poll(() => backend.openStreamCount).toBe(0)
})

test('a part of a page can have a client of its own, which may change', async () => {
  const backend = await TestBackend.create()
  const session = ref(backend.createClient({ scope: 'session' }))
  const inner = defineComponent({
    setup() {
      const client = useSeatsClient()
      const { data } = useSeats(backend.source)
      return () => draw(line(`${client.value.scope}: ${data.value?.total_seats}`))
    },
  })
  const part = defineComponent({
    setup() {
      provideSeatsClient(session)
      const client = useSeatsClient()
      return () => create('div', [draw(line(client.value.scope)), create(inner)])
    },
  })
  const component = defineComponent({ setup: () => () => create('div', [create(part), create(inner)]) })
  const page = mountVue(component, backend.createClient({ scope: 'app' }))
  // The component that provides the client still uses the client of its parent, as in React.
  await expectLines(page, 'app', 'session: 5', 'app: 5')
  session.value = backend.createClient({ scope: 'another' })
  await expectLines(page, 'app', 'another: 5', 'app: 5')
  expect(backend.calls).toEqual(['GET', 'GET', 'GET'])
})

test('provideSeatsClient throws outside of setup()', () => {
  const client = createSeatsClient({ baseURL: '/api/seats' })
  expect(() => provideSeatsClient(client)).toThrow('Call provideSeatsClient in setup()')
})

test('a page that KeepAlive deactivates closes its stream, and shows the missed changes when it is active again', async () => {
  const backend = await TestBackend.create({ roster: ['ada@example.com'] })
  const team = defineComponent({
    name: 'Team',
    setup() {
      const { data } = useSeats(backend.source, { live: true, staleTime: Infinity, refetchOnWindowFocus: false })
      return () => draw(h('div', {}, ...seatRows(data.value)))
    },
  })
  const isShown = ref(true)
  const component = defineComponent({
    setup: () => () => create(KeepAlive, null, { default: () => (isShown.value ? create(team) : null) }),
  })
  const page = mountVue(component, backend.createClient())
  await expectLines(page, 'ada@example.com pending')
  await expect.poll(() => backend.openStreamCount).toBe(1)
  isShown.value = false
  await expectLines(page)
  await expect.poll(() => backend.openStreamCount).toBe(0)
  await backend.createOtherClient().assignSeat({ ...backend.source, email: 'grace@example.com' })
  isShown.value = true
  await expectLines(page, 'ada@example.com pending', 'grace@example.com pending')
  await expect.poll(() => backend.openStreamCount).toBe(1)
  expect(backend.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
  // After ten minutes, the server no longer knows the missed changes, so the roster is read again.
  vi.useFakeTimers({ toFake: ['Date'] })
  isShown.value = false
  await expect.poll(() => backend.openStreamCount).toBe(0)
  vi.setSystemTime(Date.now() + 600_000)
  isShown.value = true
  await expect.poll(() => backend.calls.filter((call) => call === 'GET')).toHaveLength(3)
  await expect.poll(() => backend.openStreamCount).toBe(1)
})

function mountVue(component: Component, client: SeatsClient) {
  const element = document.body.appendChild(document.createElement('div'))
  const app = createApp(component)
  app.use(VueQueryPlugin, { queryClient: new QueryClient() })
  app.use(seatsPlugin, { client })
  app.mount(element)
  const unmount = () => {
    app.unmount()
    element.remove()
  }
  return unmountAfterTest({ element, unmount })
}
