import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { useFakeTime, linesOf, expectLines, expectLinesInTime, mountPage } from '../page.ts'
import { line, seatRows } from '../team.ts'
import { TestBackend } from '../TestBackend.ts'
import { h } from '../View.ts'
import type { SeatSource } from '@seats/core'

export function rosterStories(driver: Driver): void {
  describe('useSeats', () => {
    test('shows the roster after one request', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com claimed', 'grace@example.com'] })
      const page = mountPage(driver, { component: rosterPage, client: backend.createClient(), input: backend.source })
      expect(linesOf(page)).toEqual(['pending'])
      await expectLines(page, 'success', 'ada@example.com claimed', 'grace@example.com pending')
      expect(backend.calls).toEqual(['GET'])
    })

    test('sends one request for two components with the same source', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const twoRosters: Component<SeatSource> = (use, input) => {
        const [one, other] = [use.useSeats(input), use.useSeats(input)]
        return () => h('div', {}, h('div', {}, ...seatRows(one.data)), h('div', {}, ...seatRows(other.data)))
      }
      const page = mountPage(driver, { component: twoRosters, client: backend.createClient(), input: backend.source })
      await expectLines(page, 'ada@example.com pending', 'ada@example.com pending')
      expect(backend.calls).toEqual(['GET'])
    })

    test('sends nothing without a source, and reads again for a new source', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const input: SeatSource | null = null
      const page = mountPage<SeatSource | null>(driver, {
        component: rosterPage,
        client: backend.createClient(),
        input,
      })
      await expectLines(page, 'pending')
      expect(backend.calls).toEqual([])
      page.setInput(backend.source)
      await expectLines(page, 'success', 'ada@example.com pending')
      page.setInput(backend.otherSource)
      await expectLines(page, 'success', 'other@example.com pending')
      page.setInput(null)
      await expectLines(page, 'pending')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    test('shows the error of the request', async () => {
      const backend = await TestBackend.create()
      const input = { subscription_id: '7d1a3f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
      const page = mountPage(driver, { component: rosterPage, client: backend.createClient(), input })
      await expectLines(page, 'error', 'ResourceNotFound 404')
      expect(backend.calls).toEqual(['GET'])
    })

    test('sends nothing if the source or its id is undefined', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const component: Component<SeatSource | null | undefined> = (use, input) => {
        const seats = use.useSeats(input, () => ({ live: true }))
        return () => line(`${seats.status} ${seats.data?.seats.length}`)
      }
      const page = mountPage<SeatSource | null | undefined>(driver, {
        component,
        client: backend.createClient(),
        input: undefined,
      })
      await expectLines(page, 'pending undefined')
      for (const sourceWithoutId of [
        {},
        { subscription_id: undefined },
        { subscription_id: null, order_id: undefined },
      ]) {
        page.setInput(sourceWithoutId as unknown as SeatSource)
        await expectLines(page, 'pending undefined')
      }
      page.setInput(backend.source)
      await expectLines(page, 'success 1')
      page.setInput(undefined)
      await expectLines(page, 'pending undefined')
      expect(backend.calls.filter((call) => call !== 'EVENTS')).toEqual(['GET'])
      expect(page.errors).toEqual([])
    })

    test('shows a 429, and reads again without a click after `retryAfter`', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const component: Component<SeatSource> = (use, input) => {
        const seats = use.useSeats(input)
        return () => line(`${seats.data?.seats.length} ${seats.error?.code} ${seats.error?.retryAfter}`)
      }
      useFakeTime()
      backend.rateLimitNextCall('GET', 60)
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLinesInTime(page, 'undefined RateLimited 60')
      await vi.advanceTimersByTimeAsync(40_000)
      expect(backend.calls).toEqual(['GET'])
      await vi.advanceTimersByTimeAsync(20_000)
      await expectLinesInTime(page, '1 undefined undefined')
      await vi.advanceTimersByTimeAsync(200_000)
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    test('accepts `select`, and a function as `enabled`', async () => {
      const backend = await TestBackend.create({ seats: 9, roster: ['ada@example.com'] })
      const component: Component<boolean> = (use, input) => {
        const total = use.useSeats(
          () => backend.source,
          () => {
            const isEnabled = input()
            return { select: (roster) => roster.total_seats * 2, enabled: (query) => isEnabled && !query.state.data }
          },
        )
        return () => line(`${total.status} ${total.data?.toFixed(1)}`)
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: false })
      await expectLines(page, 'pending undefined')
      expect(backend.calls).toEqual([])
      page.setInput(true)
      await expectLines(page, 'success 18.0')
      expect(backend.calls).toEqual(['GET'])
    })
  })
}

const rosterPage: Component<SeatSource | null> = (use, input) => {
  const seats = use.useSeats(input)
  return () =>
    h(
      'div',
      {},
      line(seats.status),
      ...(seats.error ? [line(`${seats.error.code} ${seats.error.status}`)] : []),
      ...seatRows(seats.data),
    )
}
