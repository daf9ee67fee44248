import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, holdTime, says, saysInTime, show } from '../page.ts'
import { button, line, rows } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

export function claimStories(driver: Driver): void {
  describe('useClaimInfo', () => {
    test('waits for a token, shows its invitation, and reports an unknown token', async () => {
      const world = await World.create()
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      world.calls.length = 0
      const component: Component<string | null> = (use, input) => {
        const info = use.useClaimInfo(input)
        return () => line(`${info.status} ${info.data?.customer_email} ${info.error?.code}`)
      }
      const page = show<string | null>(driver, { component, client: world.client(), input: null })
      await says(page, 'pending undefined undefined')
      expect(world.calls).toEqual([])
      page.setInput(await world.invitationOf('ada@example.com'))
      await says(page, 'success ada@example.com undefined')
      page.setInput('unknown')
      await says(page, 'error undefined ResourceNotFound')
      expect(world.calls).toEqual(['GET', 'GET'])
    })
  })

  describe('useClaimSeat', () => {
    test('fails without ambiguity if its answer is lost and the invitation stays unused', async () => {
      const world = await World.create()
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const invitation_token = await world.invitationOf('ada@example.com')
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
      const page = show(driver, { component, client: world.client(), input: null })
      await says(page, 'idle undefined undefined')
      await world.fail('POST', { kind: 'drop_before' })
      holdTime()
      click(page, 'claim')
      await saysInTime(page, 'error NetworkError false')
      vi.useRealTimers()
      await world.fail('POST', { kind: 'drop_after' })
      click(page, 'claim')
      await says(page, 'error NetworkError true')
      expect(world.calls.filter((call) => call === 'POST')).toHaveLength(3)
    })

    test('claims, and a roster on the page shows it without another request', async () => {
      const world = await World.create()
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const invitation_token = await world.invitationOf('ada@example.com')
      world.calls.length = 0
      const component: Component<null> = (use) => {
        const seats = use.useSeats(() => world.source)
        const claim = use.useClaimSeat()
        return () =>
          h(
            'div',
            {},
            ...rows(seats.data),
            line(`${claim.status} ${claim.error?.code} ${claim.data?.customer_session_token.slice(0, 6)}`),
            button('claim', () => claim.mutate({ invitation_token })),
          )
      }
      const page = show(driver, { component, client: world.client(), input: null })
      await says(page, 'ada@example.com pending', 'idle undefined undefined')
      click(page, 'claim')
      await says(page, 'ada@example.com claimed', 'success undefined polar_')
      expect(world.calls).toEqual(['GET', 'POST'])
      click(page, 'claim')
      await says(page, 'ada@example.com claimed', 'error InvalidInvitationToken undefined')
    })
  })
}
