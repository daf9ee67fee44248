import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, says, show } from '../page.ts'
import { team } from '../team.ts'
import { World } from '../World.ts'

export function reinviteStories(driver: Driver): void {
  describe('useReinviteSeat', () => {
    test('shows the seat as renewed at once, and renews it with a new link', async () => {
      const world = await World.create({ seats: 2 })
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const before = await world.invitationOf('ada@example.com')
      world.calls.length = 0
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '1 free', 'ada@example.com pending')
      const call = world.hold('DELETE')
      click(page, 'reinvite ada@example.com')
      await says(page, '1 free', 'ada@example.com pending…')
      call.release()
      await says(page, '1 free', 'ada@example.com pending')
      expect(await world.invitationOf('ada@example.com')).not.toBe(before)
      expect(world.calls).toEqual(['GET', 'GET', 'DELETE', 'POST'])
    })

    test('leaves no second row if Polar uses another row for the new seat', async () => {
      const world = await World.create({ seats: 3, roster: ['gone@example.com revoked', 'ada@example.com'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '2 free', 'ada@example.com pending')
      click(page, 'reinvite ada@example.com')
      // Polar uses any free row. If it uses another one, a read follows, because the old row may be a seat of nobody now.
      await expect.poll(() => world.calls.slice(0, 4)).toEqual(['GET', 'GET', 'DELETE', 'POST'])
      await says(page, '2 free', 'ada@example.com pending')
    })

    test('succeeds if only the answer to the revoke or to the assign is lost', async () => {
      for (const method of ['DELETE', 'POST'] as const) {
        const world = await World.create({ seats: 2 })
        await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
        const before = await world.invitationOf('ada@example.com')
        const page = show(driver, { component: team(), client: world.client(), input: world.source })
        await says(page, '1 free', 'ada@example.com pending')
        await world.fail(method, { kind: 'drop_after' })
        click(page, 'reinvite ada@example.com')
        await expect.poll(() => world.invitationOf('ada@example.com')).not.toBe(before)
        await says(page, '1 free', 'ada@example.com pending')
      }
    })

    test('shows that the seat was claimed in the meantime', async () => {
      const world = await World.create()
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      await world.client().claimSeat({ invitation_token: await world.invitationOf('ada@example.com') })
      click(page, 'reinvite ada@example.com')
      await says(page, '4 free', 'ada@example.com claimed', 'reinvite: SeatNotPending')
      expect(world.calls).not.toContain('DELETE')
    })
  })
}
