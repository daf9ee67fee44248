import { startEmulator } from '@seats/emulator'
import { expect, test } from 'vitest'

test('a failed payment sends webhooks', async () => {
  const received: string[] = []
  const emulator = await startEmulator({
    webhooks: [
      {
        handler: async (request) => {
          const event = (await request.json()) as { type: string }
          received.push(event.type)
          return new Response()
        },
      },
    ],
  })
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  expect(received).toEqual(['subscription.updated', 'subscription.past_due', 'customer.state_changed'])
  await emulator.close()
})
