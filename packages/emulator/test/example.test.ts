import { startEmulator } from '@seats/emulator'
import { afterAll, expect, test } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

test('an invitation expires after a day', async () => {
  const invited = await emulator.fetch(`${emulator.url}/v1/customer-seats`, {
    method: 'POST',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' }),
  })
  expect(invited.status).toBe(200)

  const [email] = emulator.outbox('bob@example.com')
  const readInvitation = () => emulator.fetch(`${emulator.url}/v1/customer-seats/claim/${email?.invitation_token}`)
  expect((await readInvitation()).status).toBe(200)
  emulator.advance(25 * 3600)
  expect((await readInvitation()).status).toBe(404)
})
