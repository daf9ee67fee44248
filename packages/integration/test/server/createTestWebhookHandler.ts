import type { CustomerSeat } from '@seats/core'
import { createSeatsWebhookHandler, memoryStore, type SeatsWebhookHandlerOptions } from '@seats/server'
import { onTestFinished, vi } from 'vitest'
import { secrets } from './sign.ts'

/** A pending seat, as the data of an event. */
export const pendingSeat: CustomerSeat = {
  id: '0b9f4c1e-2f61-4c3a-9d57-6f0a1b2c3d4e',
  created_at: '2026-08-01T10:00:00.000000Z',
  modified_at: '2026-08-01T10:00:00.000000Z',
  subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  order_id: null,
  status: 'pending',
  customer_id: '5d1c8e7a-0b4f-4a5e-8c6d-7e8f9a0b1c2d',
  member_id: null,
  member: null,
  email: 'ada@example.com',
  customer_email: 'ada@example.com',
  invitation_token_expires_at: '2026-08-02T10:00:00.000000Z',
  claimed_at: null,
  revoked_at: null,
  seat_metadata: null,
}
/** Returns an event of this type. */
export const createEvent = (type: string, data: unknown = pendingSeat) => ({
  type,
  timestamp: '2026-08-01T10:00:00Z',
  data,
})
export const assignedEvent = createEvent('customer_seat.assigned')

/** Creates a webhook handler that records the events of its callbacks and the errors that it reports. */
export function createTestWebhookHandler(options: Partial<SeatsWebhookHandlerOptions> = {}) {
  const errors: unknown[] = []
  const handledEvents: unknown[] = []
  const record = (event: unknown) => void handledEvents.push(event)
  const handler = createSeatsWebhookHandler({
    secret: secrets.newer,
    store: memoryStore(),
    onError: (error) => errors.push(error),
    on: {
      'customer_seat.assigned': record,
      'customer_seat.claimed': record,
      'customer_seat.revoked': record,
      'subscription.updated': record,
    },
    ...options,
  })
  return { handler, handledEvents, errors }
}

/** Starts fake timers. Fakes `performance.now` too, because the memory store uses it for the expiry of its values. */
export function useFakeTime() {
  const now = vi.spyOn(performance, 'now').mockImplementation(() => Date.now())
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
    now.mockRestore()
  })
}
