import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, expectLines, mountPage } from '../page.ts'
import { team } from '../team.ts'
import { TestBackend } from '../TestBackend.ts'

export function reinviteStories(driver: Driver): void {
  describe('useReinviteSeat', () => {
    test('shows the row as pending at once, and sends an invitation with a new link', async () => {
      const backend = await TestBackend.create({ seats: 2 })
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const before = await backend.readInvitationToken('ada@example.com')
      backend.calls.length = 0
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '1 free', 'ada@example.com pending')
      const call = backend.holdNextCall('DELETE')
      click(page, 'reinvite ada@example.com')
      await expectLines(page, '1 free', 'ada@example.com pending…')
      call.release()
      await expectLines(page, '1 free', 'ada@example.com pending')
      expect(await backend.readInvitationToken('ada@example.com')).not.toBe(before)
      expect(backend.calls).toEqual(['GET', 'GET', 'DELETE', 'POST'])
    })

    test('shows one row if Polar uses another row for the new seat', async () => {
      const backend = await TestBackend.create({ seats: 3, roster: ['gone@example.com revoked', 'ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '2 free', 'ada@example.com pending')
      click(page, 'reinvite ada@example.com')
      // Polar may use any free row for the new seat. If it uses another row, the client reads the roster, because the
      // old row may now be claimed without an occupant.
      await expect.poll(() => backend.calls.slice(0, 4)).toEqual(['GET', 'GET', 'DELETE', 'POST'])
      await expectLines(page, '2 free', 'ada@example.com pending')
    })

    test('succeeds if the answer to the revoke or to the assign is lost', async () => {
      for (const method of ['DELETE', 'POST'] as const) {
        const backend = await TestBackend.create({ seats: 2 })
        await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
        const before = await backend.readInvitationToken('ada@example.com')
        const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
        await expectLines(page, '1 free', 'ada@example.com pending')
        await backend.failNextCall(method, { kind: 'drop_after' })
        click(page, 'reinvite ada@example.com')
        await expect.poll(() => backend.readInvitationToken('ada@example.com')).not.toBe(before)
        await expectLines(page, '1 free', 'ada@example.com pending')
      }
    })

    test('shows the seat as claimed, and revokes nothing, if it was claimed before the click', async () => {
      const backend = await TestBackend.create()
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await backend.createClient().claimSeat({ invitation_token: await backend.readInvitationToken('ada@example.com') })
      click(page, 'reinvite ada@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', 'reinvite: SeatNotPending')
      expect(backend.calls).not.toContain('DELETE')
    })
  })
}
