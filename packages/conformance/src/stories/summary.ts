import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { expectLines, mountPage } from '../page.ts'
import { line } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

export function summaryStories(driver: Driver): void {
  describe('useSeatsSummary', () => {
    test('counts the seats by status, shares the request of useSeats, and accepts `select`', async () => {
      const backend = await TestBackend.create({ seats: 5, roster: ['ada@example.com claimed', 'grace@example.com'] })
      const component: Component<null> = (use) => {
        const seats = use.useSeats(() => backend.source)
        const summary = use.useSeatsSummary(() => backend.source)
        const used = use.useSeatsSummary(
          () => backend.source,
          () => ({ select: (numbers) => `${numbers.used} of ${numbers.total}` }),
        )
        return () => h('div', {}, line(seats.status), line(JSON.stringify(summary.data) ?? ''), line(used.data ?? ''))
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: null })
      const numbers = { total: 5, available: 3, used: 2, claimed: 1, pending: 1, expired: 0, nobody: 0 }
      await expectLines(page, 'success', JSON.stringify(numbers), '2 of 5')
      expect(backend.calls).toEqual(['GET'])
    })
  })
}
