import { unmountAfterTest, expectLines, watchConsole } from '@seats/conformance/page'
import { World } from '@seats/conformance/World'
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
  const world = await World.create({ roster: ['ada@example.com'] })
  const { subscription_id: id = '' } = world.source
  const { subscription_id: other = '' } = world.otherSource
  const object = reactive({ subscription_id: id })
  const plain = ref<SeatSource | null>(null)
  const component = defineComponent({
    setup() {
      const all = [
        useSeats(world.source),
        useSeats(object),
        useSeats(plain),
        useSeats(() => plain.value),
        useSeats(computed(() => plain.value)),
      ]
      return () => draw(h('div', {}, line(all.map(({ data }) => data.value?.seats[0]?.email ?? '-').join(' '))))
    },
  })
  const page = mountVue(component, world.createClient())
  await expectLines(page, 'ada@example.com ada@example.com - - -')
  object.subscription_id = other
  plain.value = { subscription_id: id }
  await expectLines(page, 'ada@example.com other@example.com ada@example.com ada@example.com ada@example.com')
  expect(world.calls).toEqual(['GET', 'GET'])
})

test('options can be refs, and can change', async () => {
  const world = await World.create({ seats: 4 })
  const isEnabled = ref(false)
  const select = ref((roster: { total_seats: number }) => roster.total_seats)
  const component = defineComponent({
    setup() {
      const { data } = useSeats(world.source, { enabled: isEnabled, select })
      return () => draw(line(`${data.value}`))
    },
  })
  const page = mountVue(component, world.createClient())
  await expectLines(page, 'undefined')
  isEnabled.value = true
  await expectLines(page, '4')
  select.value = (roster) => roster.total_seats * 10
  await expectLines(page, '40')
  expect(world.calls).toEqual(['GET'])
})

test('a page in <Suspense> with suspense() is shown when its data has been read', async () => {
  const world = await World.create({ roster: ['ada@example.com'] })
  const team = defineComponent({
    async setup() {
      const { data, suspense } = useSeats(world.source)
      await suspense()
      return () => draw(h('div', {}, ...seatRows(data.value)))
    },
  })
  const component = defineComponent({
    setup: () => () => create(Suspense, null, { default: () => create(team), fallback: () => draw(line('loading')) }),
  })
  const list = world.holdNextCall('GET')
  const page = mountVue(component, world.createClient())
  await expectLines(page, 'loading')
  list.release()
  await expectLines(page, 'ada@example.com pending')
  expect(world.calls).toEqual(['GET'])
})

test('the stream is closed when the effect scope stops', async () => {
  const world = await World.create()
  const app = createApp({ render: () => null })
  app.use(VueQueryPlugin, { queryClient: new QueryClient() })
  app.use(seatsPlugin, { client: world.createClient() })
  const scope = effectScope()
  app.runWithContext(() => scope.run(() => useSeats(world.source, { live: true })))
  await expect.poll(() => world.openStreams).toBe(1)
  scope.stop()
  await expect.poll(() => world.openStreams).toBe(0)
})

test('a part of a page has a client of its own, which may change', async () => {
  const world = await World.create()
  const session = ref(world.createClient({ scope: 'session' }))
  const inner = defineComponent({
    setup() {
      const client = useSeatsClient()
      const { data } = useSeats(world.source)
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
  const page = mountVue(component, world.createClient({ scope: 'app' }))
  // As with a provider of React's, the component that provides the client still has the one from above.
  await expectLines(page, 'app', 'session: 5', 'app: 5')
  session.value = world.createClient({ scope: 'another' })
  await expectLines(page, 'app', 'another: 5', 'app: 5')
  expect(world.calls).toEqual(['GET', 'GET', 'GET'])
})

test('a client is provided in setup only', () => {
  const client = createSeatsClient({ baseURL: '/api/seats' })
  expect(() => provideSeatsClient(client)).toThrow('Call provideSeatsClient in setup()')
})

test('a page that KeepAlive deactivates closes its stream, and shows the missed changes when it is active again', async () => {
  const world = await World.create({ roster: ['ada@example.com'] })
  const team = defineComponent({
    name: 'Team',
    setup() {
      const { data } = useSeats(world.source, { live: true, staleTime: Infinity, refetchOnWindowFocus: false })
      return () => draw(h('div', {}, ...seatRows(data.value)))
    },
  })
  const isShown = ref(true)
  const component = defineComponent({
    setup: () => () => create(KeepAlive, null, { default: () => (isShown.value ? create(team) : null) }),
  })
  const page = mountVue(component, world.createClient())
  await expectLines(page, 'ada@example.com pending')
  await expect.poll(() => world.openStreams).toBe(1)
  isShown.value = false
  await expectLines(page)
  await expect.poll(() => world.openStreams).toBe(0)
  await world.createOtherClient().assignSeat({ ...world.source, email: 'grace@example.com' })
  isShown.value = true
  await expectLines(page, 'ada@example.com pending', 'grace@example.com pending')
  await expect.poll(() => world.openStreams).toBe(1)
  expect(world.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
  // After ten minutes, the server no longer knows the missed changes, so the roster is read again.
  vi.useFakeTimers({ toFake: ['Date'] })
  isShown.value = false
  await expect.poll(() => world.openStreams).toBe(0)
  vi.setSystemTime(Date.now() + 600_000)
  isShown.value = true
  await expect.poll(() => world.calls.filter((call) => call === 'GET')).toHaveLength(3)
  await expect.poll(() => world.openStreams).toBe(1)
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
