import { expect, test } from 'vitest'
import { startTestEmulator } from '../support/storages.ts'
import { midSeptember, teamCalls, teamSeed, type Json } from '../support/team.ts'

test("a response has its fields in the order of Polar's schemas", async () => {
  const emulator = await startTestEmulator('in memory', { now: midSeptember, seed: teamSeed() })
  const { getSubscription, send } = teamCalls(emulator)
  const { body } = await getSubscription()
  const names = Object.keys(body)
  expect(names.slice(names.indexOf('user_id')).join(' ')).toBe(
    'user_id metadata custom_field_data customer user product discount price prices meters pending_update',
  )
  const [price] = body['prices'] as Json[]
  expect(Object.keys(price ?? {}).slice(5, 8)).toEqual(['price_currency', 'tax_behavior', 'is_archived'])
  const member = `/v1/customers/${emulator.ref('acme/jane')}/members/${emulator.ref('acme/alice')}`
  expect(Object.keys((await send('GET', member)).body).join(' ')).toBe(
    'id created_at modified_at customer_id email name external_id role',
  )
})

test("an organization's settings in the portal come in the order of Polar's schemas", async () => {
  const seed = teamSeed({ customer_portal_subscription_pause: true })
  const emulator = await startTestEmulator('in memory', { now: midSeptember, seed })
  const { send } = teamCalls(emulator)
  const token = emulator.session('acme/jane')
  const { body } = await send('GET', `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`, undefined, {
    token,
  })
  const organization = (body['product'] as Json)['organization'] as Json
  expect(JSON.stringify([organization['customer_portal_settings'], organization['organization_features']])).toBe(
    JSON.stringify([
      {
        usage: { show: true },
        subscription: { update_seats: true, update_plan: true, pause: true },
        customer: { allow_email_change: false },
      },
      { member_model_enabled: true, checkout_localization_enabled: false },
    ]),
  )
})

test('a time without microseconds has no fraction', async () => {
  const emulator = await startTestEmulator('in memory', { now: midSeptember, seed: teamSeed() })
  const { body } = await teamCalls(emulator).getSubscription()
  expect(body['current_period_end']).toBe('2026-10-01T00:00:00Z')
  expect(body['created_at']).toMatch(/\.\d{6}Z$/)
})

test('a discount counts its uses', async () => {
  const emulator = await startTestEmulator('in memory', { now: midSeptember, seed: teamSeed() })
  const { updateSubscription } = teamCalls(emulator)
  const discount_id = emulator.ref('acme/tenth')
  expect((await updateSubscription({ discount_id })).body['discount']).toMatchObject({ redemptions_count: 1 })
  expect((await updateSubscription({ discount_id }, 'acme/hybridsub')).body['discount']).toMatchObject({
    redemptions_count: 2,
  })
})
