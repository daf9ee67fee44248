import type { SeatSource } from '@seats/core'
import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, says, show } from '../page.ts'
import { button, line, rows, team } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

export function liveStories(driver: Driver): void {
  describe('useSeats live', () => {
    test('shows the changes of other people, without a request', async () => {
      const world = await World.create()
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await says(page, '5 free')
      await expect.poll(() => world.openStreams).toBe(1)
      const calls = world.calls.length
      const other = world.someoneElse()
      const seat = await other.assignSeat({ ...world.source, email: 'ada@example.com' })
      await says(page, '4 free', 'ada@example.com pending')
      await other.revokeSeat(seat.id, { occupant: seat })
      await says(page, '5 free')
      expect(world.calls).toHaveLength(calls)
    })

    test('shows its own changes once', async () => {
      const world = await World.create()
      const component = team({
        live: true,
        actions: { invite: ({ assign }) => assign.mutate({ email: 'ada@example.com' }) },
      })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      await expect.poll(() => world.openStreams).toBe(1)
      click(page, 'invite')
      await says(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => world.calls.toSorted()).toEqual(['EVENTS', 'GET', 'POST'])
    })

    test('opens one stream for two components, and closes it with the last one', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const component: Component<{ one: boolean; other: boolean }> = (use, input) => {
        const [one, other] = [
          use.useSeats(
            () => world.source,
            () => ({ live: input().one }),
          ),
          use.useSeats(
            () => world.source,
            () => ({ live: input().other }),
          ),
        ]
        return () => h('div', {}, h('div', {}, ...rows(one.data)), h('div', {}, ...rows(other.data)))
      }
      const page = show(driver, { component, client: world.client(), input: { one: true, other: true } })
      await says(page, 'ada@example.com pending', 'ada@example.com pending')
      await expect.poll(() => world.openStreams).toBe(1)
      page.setInput({ one: true, other: false })
      const other = world.someoneElse()
      await other.assignSeat({ ...world.source, email: 'grace@example.com' })
      await expect.poll(() => page.element.textContent).toContain('grace')
      expect(world.openStreams).toBe(1)
      page.unmount()
      await expect.poll(() => world.openStreams).toBe(0)
      expect(world.calls.filter((call) => call === 'EVENTS')).toHaveLength(1)
    })

    test('shows a change between its list and its stream', async () => {
      const world = await World.create()
      const opening = world.hold('EVENTS')
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await says(page, '5 free')
      await opening.arrived
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      opening.release()
      await says(page, '4 free', 'ada@example.com pending')
      expect(world.calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
    })

    test('reads again if something changed while a list was on its way', async () => {
      const world = await World.create()
      const [list, opening] = [world.hold('GET', 'answer'), world.hold('EVENTS')]
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await Promise.all([list.arrived, opening.arrived])
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      opening.release()
      await expect.poll(() => world.openStreams).toBe(1)
      list.release()
      await says(page, '4 free', 'ada@example.com pending')
      expect(world.calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
    })

    test('reads the roster once after its stream was cut', async () => {
      const world = await World.create()
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await says(page, '5 free')
      await expect.poll(() => world.openStreams).toBe(1)
      const reconnect = world.hold('EVENTS')
      world.cutStreams()
      await reconnect.arrived
      const other = world.someoneElse()
      await other.assignSeat({ ...world.source, email: 'ada@example.com' })
      reconnect.release()
      await says(page, '4 free', 'ada@example.com pending')
      expect(world.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
    })

    test('reads once more if its stream is cut again during the read', async () => {
      const world = await World.create()
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await says(page, '5 free')
      await expect.poll(() => world.openStreams).toBe(1)
      const reading = world.hold('GET', 'answer')
      world.cutStreams()
      await reading.arrived
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      world.cutStreams()
      await expect.poll(() => world.calls.filter((call) => call === 'EVENTS')).toHaveLength(3)
      reading.release()
      await says(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => world.calls.filter((call) => call === 'GET')).toHaveLength(3)
    })

    test('has no stream while nobody sees the page, and then reads once', async () => {
      const world = await World.create()
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await says(page, '5 free')
      await expect.poll(() => world.openStreams).toBe(1)
      setVisibility('hidden')
      await expect.poll(() => world.openStreams).toBe(0)
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      setVisibility('visible')
      await says(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => world.openStreams).toBe(1)
      expect(world.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
    })

    test('follows a change of the source and of the user', async () => {
      const world = await World.create()
      const page = show(driver, { component: team({ live: true }), client: world.client(), input: world.source })
      await expect.poll(() => world.openStreams).toBe(1)
      page.setInput(world.otherSource)
      await says(page, '2 free', 'other@example.com pending')
      await expect.poll(() => world.calls.filter((call) => call === 'EVENTS')).toHaveLength(2)
      await expect.poll(() => world.openStreams).toBe(1)
      page.setClient(world.client({ scope: 'another' }))
      await expect.poll(() => world.calls.filter((call) => call === 'EVENTS')).toHaveLength(3)
      await expect.poll(() => world.openStreams).toBe(1)
    })

    test('has one stream for many rosters, and requests do not wait for it', async () => {
      const world = await World.create({ moreTeams: 8 })
      const component: Component<SeatSource[]> = (use, input) => {
        const all = input().map((source) =>
          use.useSeats(
            () => source,
            () => ({ live: true }),
          ),
        )
        const assign = use.useAssignSeat(() => world.source)
        return () =>
          h(
            'div',
            {},
            ...all.map(({ data }) => line(`${data?.available_seats}`)),
            button('invite', () => assign.mutate({ email: 'ada@example.com' })),
          )
      }
      const sources = [world.source, ...world.moreSources]
      const start = performance.now()
      const page = show(driver, { component, client: world.client({ timeout: 3000 }), input: sources })
      await says(page, ...sources.map(() => '5'))
      await expect.poll(() => world.openStreams).toBe(1)
      click(page, 'invite')
      await says(page, '4', ...world.moreSources.map(() => '5'))
      await expect.poll(() => world.calls.filter((call) => call === 'POST')).toHaveLength(1)
      const last = world.moreSources.at(-1)
      if (last) await world.someoneElse().assignSeat({ ...last, email: 'grace@example.com' })
      await says(page, '4', ...world.moreSources.slice(1).map(() => '5'), '4')
      // This is HTTP/1.1, where a browser has six connections. If streams used them all, a request would wait for 10 s.
      expect(performance.now() - start).toBeLessThan(8000)
      expect(world.calls.filter((call) => call === 'EVENTS')).toHaveLength(1)
      expect(world.openStreams).toBe(1)
    })

    test('opens the stream for another set of rosters before it closes the old one', async () => {
      const world = await World.create()
      const component: Component<boolean> = (use, input) => {
        const one = use.useSeats(
          () => world.source,
          () => ({ live: true }),
        )
        const other = use.useSeats(
          () => world.otherSource,
          () => ({ live: input() }),
        )
        return () => h('div', {}, ...rows(one.data), ...rows(other.data))
      }
      const page = show(driver, { component, client: world.client(), input: false })
      await says(page, 'other@example.com pending')
      await expect.poll(() => world.openStreams).toBe(1)
      const second = world.hold('EVENTS')
      page.setInput(true)
      await second.arrived
      // The first stream still works.
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      await says(page, 'ada@example.com pending', 'other@example.com pending')
      expect(world.openStreams).toBe(1)
      second.release()
      await expect.poll(() => world.openedStreams).toBe(2)
      await world.someoneElse().assignSeat({ ...world.otherSource, email: 'grace@example.com' })
      await says(page, 'ada@example.com pending', 'other@example.com pending', 'grace@example.com pending')
      await expect.poll(() => world.openStreams).toBe(1)
      expect(world.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
    })

    test('shows a change in every cache of the page, over one stream', async () => {
      const world = await World.create()
      const client = world.client()
      const pages = [1, 2].map(() =>
        show(driver, { component: team({ live: true }), client, input: world.source, cache: driver.createCache() }),
      )
      for (const page of pages) await says(page, '5 free')
      await expect.poll(() => world.openStreams).toBe(1)
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      for (const page of pages) await says(page, '4 free', 'ada@example.com pending')
      expect(world.calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
      pages[0]?.unmount()
      await world.someoneElse().assignSeat({ ...world.source, email: 'lin@example.com' })
      if (pages[1]) await says(pages[1], '3 free', 'ada@example.com pending', 'lin@example.com pending')
      expect(world.openStreams).toBe(1)
    })

    test('without events, reads again only while somebody is invited', async () => {
      const world = await World.create()
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const token = await world.invitationOf('ada@example.com')
      world.calls.length = 0
      vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] })
      const client = world.client({ events: false })
      const page = show(driver, { component: team({ live: true }), client, input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => world.calls).toContain('EVENTS')
      const other = world.someoneElse()
      await other.claimSeat({ invitation_token: token })
      await vi.advanceTimersByTimeAsync(15_000)
      await says(page, '4 free', 'ada@example.com claimed')
      const calls = [...world.calls]
      await vi.advanceTimersByTimeAsync(60_000)
      expect(world.calls).toEqual(calls)
      expect(calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
    })
  })
}

/** Changes the visibility of the page, as a browser does when another tab comes to the front. */
function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
  document.dispatchEvent(new Event('visibilitychange'))
  if (state === 'visible') Reflect.deleteProperty(document, 'visibilityState')
}
