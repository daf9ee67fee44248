import { isSeatsError, type SeatsClient, type SeatSource } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, expectLines, mountPage } from '../page.ts'
import { button, errorLines, line } from '../team.ts'
import { TestBackend } from '../TestBackend.ts'
import { h } from '../View.ts'

export function setupStories(driver: Driver): void {
  describe('the setup of an app', () => {
    test('the hooks use the client of the provider or plugin', async () => {
      const backend = await TestBackend.create()
      const component: Component<null> = (use) => {
        const client = use.useSeatsClient()
        return () => line(client().scope)
      }
      const page = mountPage(driver, { component, client: backend.createClient({ scope: 'ada' }), input: null })
      await expectLines(page, 'ada')
      page.setClient(backend.createClient({ scope: 'grace' }))
      await expectLines(page, 'grace')
      expect(backend.calls).toEqual([])
    })

    test('an object with only the methods of a client is refused before anything is sent', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const client = backend.createClient()
      const { seats } = await client.listSeats(backend.source)
      backend.calls.length = 0
      const component: Component<SeatSource> = (use, input) => {
        const roster = use.useSeats(input, () => ({ live: true }))
        const assign = use.useAssignSeat(input)
        const revoke = use.useRevokeSeat(input)
        const remove = use.useRemoveMember()
        return () =>
          h(
            'div',
            {},
            ...errorLines({ roster, assign, revoke, remove }),
            button('change', () => {
              assign.mutate({ email: 'grace@example.com' })
              for (const seat of seats) revoke.mutate(seat)
              remove.mutate({ member_id: seats[0]?.member_id ?? '' })
            }),
          )
      }
      // `Object.entries` leaves out the property whose key is a symbol. That property has the client's retries and rate
      // limit.
      const bareClient = Object.fromEntries(Object.entries(client)) as unknown as SeatsClient
      const page = mountPage(driver, { component, client: bareClient, input: backend.source })
      await expectLines(page, 'roster: ConfigurationError')
      click(page, 'change')
      const changes = ['assign: ConfigurationError', 'revoke: ConfigurationError', 'remove: ConfigurationError']
      await expectLines(page, 'roster: ConfigurationError', ...changes)
      expect(backend.calls).toEqual([])
    })

    test.for([
      'useSeats',
      'useAssignSeat',
      'useRevokeSeat',
      'useResendInvitation',
      'useClaimInfo',
      'useClaimSeat',
    ] as const)('%s throws an error that names the missing provider or plugin', async (name) => {
      const backend = await TestBackend.create()
      const component: Component<null> = (use) => {
        if (name === 'useClaimSeat') use.useClaimSeat()
        else if (name === 'useClaimInfo') use.useClaimInfo(() => null)
        else use[name](() => null)
        return () => line('')
      }
      const withoutClient = mountPage(driver, { component, client: null, input: null }).errors
      expect(withoutClient).toHaveLength(1)
      expect(detailOf(withoutClient[0])).toMatch(/<SeatsProvider|app.use\(seatsPlugin/)
      const withoutCache = mountPage(driver, {
        component,
        client: backend.createClient(),
        cache: null,
        input: null,
      }).errors
      expect(withoutCache).toHaveLength(1)
      expect(detailOf(withoutCache[0])).toMatch(/<QueryClientProvider|app.use\(VueQueryPlugin/)
    })
  })
}

const detailOf = (error: unknown) => (isSeatsError(error, 'ConfigurationError') ? error.detail : error)
