import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, linesOf, expectLines, mountPage } from '../page.ts'
import { serverPage } from '../serverPage.ts'
import { TestBackend } from '../TestBackend.ts'

export function serverStories(driver: Driver): void {
  describe('a page that was rendered on the server', () => {
    test('is hydrated without a change and without a second request', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com claimed', 'grace@example.com'] })
      const rendered = await backend.render()
      expect(rendered.html).toContain('ada@example.com claimed')
      expect(rendered.html).not.toContain('polar_oat')
      expect(JSON.stringify(rendered.state)).not.toContain('polar_oat')

      const held = backend.holdNextCall('EVENTS')
      const page = mountPage(driver, {
        component: serverPage,
        client: backend.createClient(),
        input: backend.source,
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
      expect(backend.calls).toEqual(['EVENTS'])
      click(page, 'revoke grace@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', '1 used', 'idle loading pending idle')
      expect(backend.calls).toEqual(['EVENTS', 'DELETE'])
    })
  })
}
