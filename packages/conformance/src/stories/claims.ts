import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, useFakeTime, expectLines, expectLinesInTime, mountPage } from '../page.ts'
import { button, line, seatRows } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

export function claimStories(driver: Driver): void {
  describe('useClaimInfo', () => {
    test('sends nothing without a token, shows the invitation of a token, and reports an unknown token', async () => {
      const backend = await TestBackend.create()
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      backend.calls.length = 0
      const component: Component<string | null> = (use, input) => {
        const info = use.useClaimInfo(input)
        return () => line(`${info.status} ${info.data?.customer_email} ${info.error?.code}`)
      }
      const page = mountPage<string | null>(driver, { component, client: backend.createClient(), input: null })
      await expectLines(page, 'pending undefined undefined')
      expect(backend.calls).toEqual([])
      page.setInput(await backend.readInvitationToken('ada@example.com'))
      await expectLines(page, 'success ada@example.com undefined')
      page.setInput('unknown')
      await expectLines(page, 'error undefined ResourceNotFound')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })
  })

  describe('useClaimSeat', () => {
    test('a lost answer is ambiguous only if the invitation has been used', async () => {
      const backend = await TestBackend.create()
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const invitation_token = await backend.readInvitationToken('ada@example.com')
      const component: Component<null> = (use) => {
        const claim = use.useClaimSeat()
        const outcome = () => `${claim.status} ${claim.error?.code} ${claim.error?.isAmbiguous}`
        return () =>
          h(
            'div',
            {},
            line(outcome()),
            button('claim', () => claim.mutate({ invitation_token })),
          )
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: null })
      await expectLines(page, 'idle undefined undefined')
      await backend.failNextCall('POST', { kind: 'drop_before' })
      useFakeTime()
      click(page, 'claim')
      await expectLinesInTime(page, 'error NetworkError false')
      vi.useRealTimers()
      await backend.failNextCall('POST', { kind: 'drop_after' })
      click(page, 'claim')
      await expectLines(page, 'error NetworkError true')
      expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(3)
    })

    test('updates a roster on the page without another request', async () => {
      const backend = await TestBackend.create()
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const invitation_token = await backend.readInvitationToken('ada@example.com')
      backend.calls.length = 0
      const component: Component<null> = (use) => {
        const seats = use.useSeats(() => backend.source)
        const claim = use.useClaimSeat()
        return () =>
          h(
            'div',
            {},
            ...seatRows(seats.data),
            line(`${claim.status} ${claim.error?.code} ${claim.data?.customer_session_token.slice(0, 6)}`),
            button('claim', () => claim.mutate({ invitation_token })),
          )
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: null })
      await expectLines(page, 'ada@example.com pending', 'idle undefined undefined')
      click(page, 'claim')
      await expectLines(page, 'ada@example.com claimed', 'success undefined polar_')
      expect(backend.calls).toEqual(['GET', 'POST'])
      click(page, 'claim')
      await expectLines(page, 'ada@example.com claimed', 'error InvalidInvitationToken undefined')
    })
  })
}
