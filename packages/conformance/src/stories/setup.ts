import { isSeatsError } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { expectLines, mountPage } from '../page.ts'
import { line } from '../team.ts'
import { TestBackend } from '../TestBackend.ts'

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
