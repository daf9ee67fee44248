import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, linesOf, expectLines, mountPage } from '../page.ts'
import { button, line, seatRows } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

export function scopeStories(driver: Driver): void {
  describe('a change of the user or the source', () => {
    test('a new user never sees data of the previous user', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com claimed'] })
      // Placeholder data could keep the previous user's data on the screen, and so could the result of a mutation.
      const component: Component<null> = (use) => {
        const seats = use.useSeats(
          () => backend.source,
          () => ({ placeholderData: (previous) => previous }),
        )
        const assign = use.useAssignSeat(() => backend.source)
        return () =>
          h(
            'div',
            {},
            ...seatRows(seats.data),
            line(`assign: ${assign.status} ${assign.data?.email}`),
            button('invite', () => assign.mutate({ email: 'grace@example.com' })),
          )
      }
      const page = mountPage(driver, { component, client: backend.createClient({ scope: 'first' }), input: null })
      await expectLines(page, 'ada@example.com claimed', 'assign: idle undefined')
      click(page, 'invite')
      await expectLines(
        page,
        'ada@example.com claimed',
        'grace@example.com pending',
        'assign: success grace@example.com',
      )

      const frames: string[][] = []
      const observer = new MutationObserver(() => frames.push(linesOf(page)))
      observer.observe(page.element, { subtree: true, childList: true, characterData: true })
      const list = backend.holdNextCall('GET')
      page.setClient(backend.createClient({ scope: 'second' }))
      await list.arrived
      await expectLines(page, 'assign: idle undefined')
      list.release()
      await expectLines(page, 'ada@example.com claimed', 'grace@example.com pending', 'assign: idle undefined')
      observer.disconnect()
      expect(frames[0]).toEqual(['assign: idle undefined'])
      expect(frames.flat()).not.toContain('assign: success grace@example.com')
    })

    test('`placeholderData` keeps the previous roster if only the source changes', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const component: Component<boolean> = (use, input) => {
        const seats = use.useSeats(
          () => (input() ? backend.otherSource : backend.source),
          () => ({ placeholderData: (previous) => previous }),
        )
        return () => h('div', {}, ...seatRows(seats.data), line(`${seats.isPlaceholderData}`))
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: false })
      await expectLines(page, 'ada@example.com pending', 'false')
      const list = backend.holdNextCall('GET')
      page.setInput(true)
      await expectLines(page, 'ada@example.com pending', 'true')
      list.release()
      await expectLines(page, 'other@example.com pending', 'false')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })
  })
}
