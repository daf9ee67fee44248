import { expect, test } from 'vitest'
import { startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'

test('each refused input has a stable code in the answer', async () => {
  const { send, emulator } = await startGuard()
  const subscription_id = emulator.ref('acme/sub')
  const email = 'a@example.com'
  const cases: [expected: string[], method: string, path: string, body?: object][] = [
    [['one_source'], 'GET', seats],
    [['invalid_id'], 'GET', `${seats}?subscription_id=1`],
    [['one_source'], 'POST', seats, { email }],
    [['invalid_json'], 'POST', seats, []],
    [['invalid_email'], 'POST', seats, { subscription_id, email: 'ada' }],
    [['several_people'], 'POST', seats, { subscription_id, email, member_id: subscription_id }],
    [['person_required'], 'POST', seats, { subscription_id }],
  ]
  for (const [expected, method, path, body] of cases) {
    const response = await send(method, path, body && { body })
    const { detail } = await response.json()
    expect([response.status, detail.map(({ code }: { code: unknown }) => code)], path).toEqual([422, expected])
  }
})
