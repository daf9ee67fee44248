import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, linesOf, expectLines, mountPage } from '../page.ts'
import { serverPage } from '../serverPage.ts'
import { World } from '../World.ts'

export function serverStories(driver: Driver): void {
  describe('a page that was rendered on the server', () => {
    test('is hydrated without a change and without a second request', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed', 'grace@example.com'] })
      const rendered = await world.render()
      expect(rendered.html).toContain('ada@example.com claimed')
      expect(rendered.html).not.toContain('polar_oat')
      expect(JSON.stringify(rendered.state)).not.toContain('polar_oat')

      const held = world.holdNextCall('EVENTS')
      const page = mountPage(driver, {
        component: serverPage,
        client: world.createClient(),
        input: world.source,
        rendered,
      })
      const lines = [
        '3 free',
        'ada@example.com claimed',
        'grace@example.com pending',
        '2 used',
        'idle loading pending idle',
      ]
      expect(linesOf(page)).toEqual(lines)
      // The stream is opened by an effect, so a second read of the roster would have been sent by now.
      await held.arrived
      expect(page.element.innerHTML).toBe(rendered.html)
      expect(world.calls).toEqual(['EVENTS'])
      click(page, 'revoke grace@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', '1 used', 'idle loading pending idle')
      expect(world.calls).toEqual(['EVENTS', 'DELETE'])
    })
  })
}
