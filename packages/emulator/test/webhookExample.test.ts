import { startEmulator } from '@seats/emulator'
import { expect, test } from 'vitest'

test('a failed payment sends webhooks', async () => {
  const heard: string[] = []
  const emulator = await startEmulator({
    webhooks: [
      {
        handler: async (request) => {
          const event = (await request.json()) as { type: string }
          heard.push(event.type)
          return new Response()
        },
      },
    ],
  })
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  expect(heard).toEqual(['subscription.updated', 'subscription.past_due', 'customer.state_changed'])
  await emulator.close()
})
