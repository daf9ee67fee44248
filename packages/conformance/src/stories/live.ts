import type { SeatSource } from '@seats/core'
import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, expectLines, mountPage } from '../page.ts'
import { button, line, seatRows, team } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

export function liveStories(driver: Driver): void {
  describe('useSeats with `live`', () => {
    test('shows the changes of other people without a request', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await expectLines(page, '5 free')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      const calls = backend.calls.length
      const other = backend.createOtherClient()
      const seat = await other.assignSeat({ ...backend.source, email: 'ada@example.com' })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await other.revokeSeat(seat.id, { occupant: seat })
      await expectLines(page, '5 free')
      expect(backend.calls).toHaveLength(calls)
    })

    test('sends no additional request for a change by this page', async () => {
      const backend = await TestBackend.create()
      const component = team({
        live: true,
        actions: { invite: ({ assign }) => assign.mutate({ email: 'ada@example.com' }) },
      })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '5 free')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      click(page, 'invite')
      await expectLines(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => backend.calls.toSorted()).toEqual(['EVENTS', 'GET', 'POST'])
    })

    test('opens one stream for two components, and closes it when both are unmounted', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const component: Component<{ one: boolean; other: boolean }> = (use, input) => {
        const [one, other] = [
          use.useSeats(
            () => backend.source,
            () => ({ live: input().one }),
          ),
          use.useSeats(
            () => backend.source,
            () => ({ live: input().other }),
          ),
        ]
        return () => h('div', {}, h('div', {}, ...seatRows(one.data)), h('div', {}, ...seatRows(other.data)))
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: { one: true, other: true } })
      await expectLines(page, 'ada@example.com pending', 'ada@example.com pending')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      page.setInput({ one: true, other: false })
      const other = backend.createOtherClient()
      await other.assignSeat({ ...backend.source, email: 'grace@example.com' })
      await expect.poll(() => page.element.textContent).toContain('grace')
      expect(backend.openStreamCount).toBe(1)
      page.unmount()
      await expect.poll(() => backend.openStreamCount).toBe(0)
      expect(backend.calls.filter((call) => call === 'EVENTS')).toHaveLength(1)
    })

    test('shows a change that happens after the roster was read and before the stream opens', async () => {
      const backend = await TestBackend.create()
      const opening = backend.holdNextCall('EVENTS')
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await expectLines(page, '5 free')
      await opening.arrived
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      opening.release()
      await expectLines(page, '4 free', 'ada@example.com pending')
      expect(backend.calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
    })

    test('reads the roster again if it changed during the first read', async () => {
      const backend = await TestBackend.create()
      const [list, opening] = [backend.holdNextCall('GET', 'answer'), backend.holdNextCall('EVENTS')]
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await Promise.all([list.arrived, opening.arrived])
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      opening.release()
      await expect.poll(() => backend.openStreamCount).toBe(1)
      list.release()
      await expectLines(page, '4 free', 'ada@example.com pending')
      expect(backend.calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
    })

    test('reads the roster once after the stream is interrupted', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await expectLines(page, '5 free')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      const reconnect = backend.holdNextCall('EVENTS')
      backend.cutStreams()
      await reconnect.arrived
      const other = backend.createOtherClient()
      await other.assignSeat({ ...backend.source, email: 'ada@example.com' })
      reconnect.release()
      await expectLines(page, '4 free', 'ada@example.com pending')
      expect(backend.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
    })

    test('reads the roster once more if the stream is interrupted a second time during the read', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await expectLines(page, '5 free')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      const reading = backend.holdNextCall('GET', 'answer')
      backend.cutStreams()
      await reading.arrived
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      backend.cutStreams()
      await expect.poll(() => backend.calls.filter((call) => call === 'EVENTS')).toHaveLength(3)
      reading.release()
      await expectLines(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => backend.calls.filter((call) => call === 'GET')).toHaveLength(3)
    })

    test('closes the stream while the page is hidden, and reads the roster once when it is visible again', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await expectLines(page, '5 free')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      setVisibility('hidden')
      await expect.poll(() => backend.openStreamCount).toBe(0)
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      setVisibility('visible')
      await expectLines(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      expect(backend.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
    })

    test('opens another stream if the source or the user changes', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: team({ live: true }),
        client: backend.createClient(),
        input: backend.source,
      })
      await expect.poll(() => backend.openStreamCount).toBe(1)
      page.setInput(backend.otherSource)
      await expectLines(page, '2 free', 'other@example.com pending')
      await expect.poll(() => backend.calls.filter((call) => call === 'EVENTS')).toHaveLength(2)
      await expect.poll(() => backend.openStreamCount).toBe(1)
      page.setClient(backend.createClient({ scope: 'another' }))
      await expect.poll(() => backend.calls.filter((call) => call === 'EVENTS')).toHaveLength(3)
      await expect.poll(() => backend.openStreamCount).toBe(1)
    })

    test('uses one stream for many rosters, and other requests are not delayed', async () => {
      const backend = await TestBackend.create({ moreTeams: 8 })
      const component: Component<SeatSource[]> = (use, input) => {
        const results = input().map((source) =>
          use.useSeats(
            () => source,
            () => ({ live: true }),
          ),
        )
        const assign = use.useAssignSeat(() => backend.source)
        return () =>
          h(
            'div',
            {},
            ...results.map(({ data }) => line(`${data?.available_seats}`)),
            button('invite', () => assign.mutate({ email: 'ada@example.com' })),
          )
      }
      const sources = [backend.source, ...backend.moreSources]
      const start = performance.now()
      const page = mountPage(driver, { component, client: backend.createClient({ timeout: 3000 }), input: sources })
      await expectLines(page, ...sources.map(() => '5'))
      await expect.poll(() => backend.openStreamCount).toBe(1)
      click(page, 'invite')
      await expectLines(page, '4', ...backend.moreSources.map(() => '5'))
      await expect.poll(() => backend.calls.filter((call) => call === 'POST')).toHaveLength(1)
      const last = backend.moreSources.at(-1)
      if (last) await backend.createOtherClient().assignSeat({ ...last, email: 'grace@example.com' })
      await expectLines(page, '4', ...backend.moreSources.slice(1).map(() => '5'), '4')
      // With HTTP/1.1, a browser has six connections to a server. If streams used all of them, a request would have to
      // wait for a free connection.
      expect(performance.now() - start).toBeLessThan(8000)
      expect(backend.calls.filter((call) => call === 'EVENTS')).toHaveLength(1)
      expect(backend.openStreamCount).toBe(1)
    })

    test('opens the stream for another set of rosters before it closes the previous stream', async () => {
      const backend = await TestBackend.create()
      const component: Component<boolean> = (use, input) => {
        const one = use.useSeats(
          () => backend.source,
          () => ({ live: true }),
        )
        const other = use.useSeats(
          () => backend.otherSource,
          () => ({ live: input() }),
        )
        return () => h('div', {}, ...seatRows(one.data), ...seatRows(other.data))
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: false })
      await expectLines(page, 'other@example.com pending')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      const secondStream = backend.holdNextCall('EVENTS')
      page.setInput(true)
      await secondStream.arrived
      // The first stream still works.
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      await expectLines(page, 'ada@example.com pending', 'other@example.com pending')
      expect(backend.openStreamCount).toBe(1)
      secondStream.release()
      await expect.poll(() => backend.openedStreamCount).toBe(2)
      await backend.createOtherClient().assignSeat({ ...backend.otherSource, email: 'grace@example.com' })
      await expectLines(page, 'ada@example.com pending', 'other@example.com pending', 'grace@example.com pending')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      expect(backend.calls.toSorted()).toEqual(['EVENTS', 'EVENTS', 'GET', 'GET'])
    })

    test('uses one stream for two caches of a page, and shows a change in both', async () => {
      const backend = await TestBackend.create()
      const client = backend.createClient()
      const pages = [1, 2].map(() =>
        mountPage(driver, {
          component: team({ live: true }),
          client,
          input: backend.source,
          cache: driver.createCache(),
        }),
      )
      for (const page of pages) await expectLines(page, '5 free')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      for (const page of pages) await expectLines(page, '4 free', 'ada@example.com pending')
      expect(backend.calls.toSorted()).toEqual(['EVENTS', 'GET', 'GET'])
      pages[0]?.unmount()
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'lin@example.com' })
      if (pages[1]) await expectLines(pages[1], '3 free', 'ada@example.com pending', 'lin@example.com pending')
      expect(backend.openStreamCount).toBe(1)
    })

    test('polls the roster only while an invitation is pending, if the server has no live events', async () => {
      const backend = await TestBackend.create()
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const token = await backend.readInvitationToken('ada@example.com')
      backend.calls.length = 0
      vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] })
      const client = backend.createClient({ events: false })
      const page = mountPage(driver, { component: team({ live: true }), client, input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await expect.poll(() => backend.calls).toContain('EVENTS')
      const other = backend.createOtherClient()
      await other.claimSeat({ invitation_token: token })
      await vi.advanceTimersByTimeAsync(15_000)
      await expectLines(page, '4 free', 'ada@example.com claimed')
      const calls = [...backend.calls]
      await vi.advanceTimersByTimeAsync(60_000)
      expect(backend.calls).toEqual(calls)
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
