import { isSeatsError } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { says, show } from '../page.ts'
import { line } from '../team.ts'
import { World } from '../World.ts'

export function setupStories(driver: Driver): void {
  describe('set-up', () => {
    test('uses the client of the provider or plugin', async () => {
      const world = await World.create()
      const component: Component<null> = (use) => {
        const client = use.useSeatsClient()
        return () => line(client().scope)
      }
      const page = show(driver, { component, client: world.client({ scope: 'ada' }), input: null })
      await says(page, 'ada')
      page.setClient(world.client({ scope: 'grace' }))
      await says(page, 'grace')
      expect(world.calls).toEqual([])
    })

    test.for([
      'useSeats',
      'useAssignSeat',
      'useRevokeSeat',
      'useResendInvitation',
      'useClaimInfo',
      'useClaimSeat',
    ] as const)('%s says once what is missing', async (name) => {
      const world = await World.create()
      const component: Component<null> = (use) => {
        if (name === 'useClaimSeat') use.useClaimSeat()
        else if (name === 'useClaimInfo') use.useClaimInfo(() => null)
        else use[name](() => null)
        return () => line('')
      }
      const withoutClient = show(driver, { component, client: null, input: null }).errors
      expect(withoutClient).toHaveLength(1)
      expect(detailOf(withoutClient[0])).toMatch(/<SeatsProvider|app.use\(seatsPlugin/)
      const withoutCache = show(driver, { component, client: world.client(), cache: null, input: null }).errors
      expect(withoutCache).toHaveLength(1)
      expect(detailOf(withoutCache[0])).toMatch(/<QueryClientProvider|app.use\(VueQueryPlugin/)
    })
  })
}

const detailOf = (error: unknown) => (isSeatsError(error, 'ConfigurationError') ? error.detail : error)
