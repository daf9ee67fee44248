import { createPolar } from '@polar-sh/sdk/2026-10'
import { startEmulator } from '@seats/emulator'
import { expect, test } from 'vitest'

test('the SDK seats Bob', async () => {
  const emulator = await startEmulator({ port: 0 })
  const polar = createPolar({ accessToken: 'polar_oat_acme', baseUrl: emulator.url })
  const seat = await polar.customerSeats.assignSeat({
    subscription_id: emulator.ref('acme/sub'),
    email: 'bob@example.com',
  })
  expect(seat.status).toBe('pending')
  await emulator.close()
})
