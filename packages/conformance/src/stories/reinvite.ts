import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, expectLines, mountPage } from '../page.ts'
import { team } from '../team.ts'
import { World } from '../World.ts'

export function reinviteStories(driver: Driver): void {
  describe('useReinviteSeat', () => {
    test('shows the row as pending at once, and sends an invitation with a new link', async () => {
      const world = await World.create({ seats: 2 })
      await world.createClient().assignSeat({ ...world.source, email: 'ada@example.com' })
      const before = await world.readInvitationToken('ada@example.com')
      world.calls.length = 0
      const page = mountPage(driver, { component: team(), client: world.createClient(), input: world.source })
      await expectLines(page, '1 free', 'ada@example.com pending')
      const call = world.holdNextCall('DELETE')
      click(page, 'reinvite ada@example.com')
      await expectLines(page, '1 free', 'ada@example.com pending…')
      call.release()
      await expectLines(page, '1 free', 'ada@example.com pending')
      expect(await world.readInvitationToken('ada@example.com')).not.toBe(before)
      expect(world.calls).toEqual(['GET', 'GET', 'DELETE', 'POST'])
    })

    test('shows one row if Polar uses another row for the new seat', async () => {
      const world = await World.create({ seats: 3, roster: ['gone@example.com revoked', 'ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: world.createClient(), input: world.source })
      await expectLines(page, '2 free', 'ada@example.com pending')
      click(page, 'reinvite ada@example.com')
      // Polar uses any free row. If it uses another one, a read follows, because the old row may now be claimed without
      // an occupant.
      await expect.poll(() => world.calls.slice(0, 4)).toEqual(['GET', 'GET', 'DELETE', 'POST'])
      await expectLines(page, '2 free', 'ada@example.com pending')
    })

    test('succeeds if the answer to the revoke or to the assign is lost', async () => {
      for (const method of ['DELETE', 'POST'] as const) {
        const world = await World.create({ seats: 2 })
        await world.createClient().assignSeat({ ...world.source, email: 'ada@example.com' })
        const before = await world.readInvitationToken('ada@example.com')
        const page = mountPage(driver, { component: team(), client: world.createClient(), input: world.source })
        await expectLines(page, '1 free', 'ada@example.com pending')
        await world.failNextCall(method, { kind: 'drop_after' })
        click(page, 'reinvite ada@example.com')
        await expect.poll(() => world.readInvitationToken('ada@example.com')).not.toBe(before)
        await expectLines(page, '1 free', 'ada@example.com pending')
      }
    })

    test('shows the seat as claimed, and revokes nothing, if it was claimed before the click', async () => {
      const world = await World.create()
      await world.createClient().assignSeat({ ...world.source, email: 'ada@example.com' })
      const page = mountPage(driver, { component: team(), client: world.createClient(), input: world.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await world.createClient().claimSeat({ invitation_token: await world.readInvitationToken('ada@example.com') })
      click(page, 'reinvite ada@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', 'reinvite: SeatNotPending')
      expect(world.calls).not.toContain('DELETE')
    })
  })
}
