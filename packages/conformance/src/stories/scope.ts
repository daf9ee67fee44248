import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, linesOf, says, show } from '../page.ts'
import { button, line, rows } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

export function scopeStories(driver: Driver): void {
  describe('another user', () => {
    test('sees nothing of the user before, not for one frame', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed'] })
      // Placeholder data would keep the former data on the screen. So would the result of a mutation.
      const component: Component<null> = (use) => {
        const seats = use.useSeats(
          () => world.source,
          () => ({ placeholderData: (previous) => previous }),
        )
        const assign = use.useAssignSeat(() => world.source)
        return () =>
          h(
            'div',
            {},
            ...rows(seats.data),
            line(`assign: ${assign.status} ${assign.data?.email}`),
            button('invite', () => assign.mutate({ email: 'grace@example.com' })),
          )
      }
      const page = show(driver, { component, client: world.client({ scope: 'first' }), input: null })
      await says(page, 'ada@example.com claimed', 'assign: idle undefined')
      click(page, 'invite')
      await says(page, 'ada@example.com claimed', 'grace@example.com pending', 'assign: success grace@example.com')

      const frames: string[][] = []
      const observer = new MutationObserver(() => frames.push(linesOf(page)))
      observer.observe(page.element, { subtree: true, childList: true, characterData: true })
      const list = world.hold('GET')
      page.setClient(world.client({ scope: 'second' }))
      await list.arrived
      await says(page, 'assign: idle undefined')
      list.release()
      await says(page, 'ada@example.com claimed', 'grace@example.com pending', 'assign: idle undefined')
      observer.disconnect()
      expect(frames[0]).toEqual(['assign: idle undefined'])
      expect(frames.flat()).not.toContain('assign: success grace@example.com')
    })

    test('keeps the former data if only the source changes', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const component: Component<boolean> = (use, input) => {
        const seats = use.useSeats(
          () => (input() ? world.otherSource : world.source),
          () => ({ placeholderData: (previous) => previous }),
        )
        return () => h('div', {}, ...rows(seats.data), line(`${seats.isPlaceholderData}`))
      }
      const page = show(driver, { component, client: world.client(), input: false })
      await says(page, 'ada@example.com pending', 'false')
      const list = world.hold('GET')
      page.setInput(true)
      await says(page, 'ada@example.com pending', 'true')
      list.release()
      await says(page, 'other@example.com pending', 'false')
      expect(world.calls).toEqual(['GET', 'GET'])
    })
  })
}
