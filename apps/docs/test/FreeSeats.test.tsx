// FreeSeats.test.tsx
// @vitest-environment jsdom
import { startEmulator } from '@seats/emulator'
import { createSeatsClient, SeatsProvider, useAssignSeat, useSeats, type SeatSource } from '@seats/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

function FreeSeats({ source }: { source: SeatSource }) {
  const { data: roster } = useSeats(source)
  const assign = useAssignSeat(source)
  if (!roster) return <p>One moment…</p>
  return <button onClick={() => assign.mutate({ email: 'bob@example.com' })}>{roster.available_seats} free</button>
}

afterEach(cleanup)

test('the button invites Bob', async () => {
  const emulator = await startEmulator()
  const client = createSeatsClient({
    sessionToken: emulator.session('acme/jane'),
    baseURL: emulator.url,
    fetch: emulator.fetch,
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SeatsProvider client={client}>
        <FreeSeats source={{ subscription_id: emulator.ref('acme/sub') }} />
      </SeatsProvider>
    </QueryClientProvider>,
  )
  const button = await screen.findByRole('button', { name: '10 free' })
  button.click()
  await screen.findByRole('button', { name: '9 free' })
  await expect.poll(() => emulator.outbox('bob@example.com')).toHaveLength(1)
  await emulator.close()
})
