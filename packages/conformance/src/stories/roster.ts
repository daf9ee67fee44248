import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { holdTime, linesOf, says, saysInTime, show } from '../page.ts'
import { line, rows } from '../team.ts'
import { World } from '../World.ts'
import { h } from '../View.ts'
import type { SeatSource } from '@seats/core'

export function rosterStories(driver: Driver): void {
  describe('useSeats', () => {
    test('reads the roster once and shows it', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed', 'grace@example.com'] })
      const page = show(driver, { component: roster, client: world.client(), input: world.source })
      expect(linesOf(page)).toEqual(['pending'])
      await says(page, 'success', 'ada@example.com claimed', 'grace@example.com pending')
      expect(world.calls).toEqual(['GET'])
    })

    test('shares one request between two components with one source', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const twice: Component<SeatSource> = (use, input) => {
        const [one, other] = [use.useSeats(input), use.useSeats(input)]
        return () => h('div', {}, h('div', {}, ...rows(one.data)), h('div', {}, ...rows(other.data)))
      }
      const page = show(driver, { component: twice, client: world.client(), input: world.source })
      await says(page, 'ada@example.com pending', 'ada@example.com pending')
      expect(world.calls).toEqual(['GET'])
    })

    test('waits for a source, and follows its changes', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const input: SeatSource | null = null
      const page = show<SeatSource | null>(driver, { component: roster, client: world.client(), input })
      await says(page, 'pending')
      expect(world.calls).toEqual([])
      page.setInput(world.source)
      await says(page, 'success', 'ada@example.com pending')
      page.setInput(world.otherSource)
      await says(page, 'success', 'other@example.com pending')
      page.setInput(null)
      await says(page, 'pending')
      expect(world.calls).toEqual(['GET', 'GET'])
    })

    test('keeps the error of the call', async () => {
      const world = await World.create()
      const input = { subscription_id: '7d1a3f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
      const page = show(driver, { component: roster, client: world.client(), input })
      await says(page, 'error', 'ResourceNotFound 404')
      expect(world.calls).toEqual(['GET'])
    })

    test('waits for a source that is undefined, or that has an undefined id', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const component: Component<SeatSource | null | undefined> = (use, input) => {
        const seats = use.useSeats(input, () => ({ live: true }))
        return () => line(`${seats.status} ${seats.data?.seats.length}`)
      }
      const page = show<SeatSource | null | undefined>(driver, { component, client: world.client(), input: undefined })
      await says(page, 'pending undefined')
      for (const unknown of [{}, { subscription_id: undefined }, { subscription_id: null, order_id: undefined }]) {
        page.setInput(unknown as unknown as SeatSource)
        await says(page, 'pending undefined')
      }
      page.setInput(world.source)
      await says(page, 'success 1')
      page.setInput(undefined)
      await says(page, 'pending undefined')
      expect(world.calls.filter((call) => call !== 'EVENTS')).toEqual(['GET'])
      expect(page.errors).toEqual([])
    })

    test('shows a 429, and reads again by itself when the time is over', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const component: Component<SeatSource> = (use, input) => {
        const seats = use.useSeats(input)
        return () => line(`${seats.data?.seats.length} ${seats.error?.code} ${seats.error?.retryAfter}`)
      }
      holdTime()
      world.limit('GET', 60)
      const page = show(driver, { component, client: world.client(), input: world.source })
      await saysInTime(page, 'undefined RateLimited 60')
      await vi.advanceTimersByTimeAsync(40_000)
      expect(world.calls).toEqual(['GET'])
      await vi.advanceTimersByTimeAsync(20_000)
      await saysInTime(page, '1 undefined undefined')
      await vi.advanceTimersByTimeAsync(200_000)
      expect(world.calls).toEqual(['GET', 'GET'])
    })

    test('takes select, and a function as enabled', async () => {
      const world = await World.create({ seats: 9, roster: ['ada@example.com'] })
      const component: Component<boolean> = (use, input) => {
        const total = use.useSeats(
          () => world.source,
          () => {
            const isOn = input()
            return { select: (roster) => roster.total_seats * 2, enabled: (query) => isOn && !query.state.data }
          },
        )
        return () => line(`${total.status} ${total.data?.toFixed(1)}`)
      }
      const page = show(driver, { component, client: world.client(), input: false })
      await says(page, 'pending undefined')
      expect(world.calls).toEqual([])
      page.setInput(true)
      await says(page, 'success 18.0')
      expect(world.calls).toEqual(['GET'])
    })
  })
}

const roster: Component<SeatSource | null> = (use, input) => {
  const seats = use.useSeats(input)
  return () =>
    h(
      'div',
      {},
      line(seats.status),
      ...(seats.error ? [line(`${seats.error.code} ${seats.error.status}`)] : []),
      ...rows(seats.data),
    )
}
