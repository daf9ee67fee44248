import { describe, expect, test } from 'vitest'
import { signedRequest } from './sign.ts'
import { assignedEvent, createEvent, pendingSeat, createTestWebhookHandler } from './createTestWebhookHandler.ts'

describe('webhook events', () => {
  test('of an unknown type are answered with 202', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    for (const type of ['customer_seat.transferred', 'benefit.granted', 'constructor', '__proto__']) {
      expect((await handler(signedRequest(createEvent(type), { id: type }))).status).toBe(202)
    }
    expect(handledEvents).toEqual([])
  })

  test('without a callback are answered with 200', async () => {
    const { handler } = createTestWebhookHandler({ on: {} })
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
  })

  test('are accepted with an unknown status and unknown fields', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    const data = { ...pendingSeat, status: 'suspended', plan: 'gold' }
    expect((await handler(signedRequest(createEvent('customer_seat.claimed', data)))).status).toBe(200)
    expect(handledEvents).toMatchObject([{ data }])
  })

  test.for([
    ['a body that is not JSON', '{"type":', 422],
    ['JSON that is not an event', '[]', 422],
    ['an event without a type', '{"type":1}', 422],
    ['a seat event without a seat', JSON.stringify(createEvent('customer_seat.claimed', { id: 1 })), 422],
    ['a subscription event without a subscription', JSON.stringify(createEvent('subscription.updated', null)), 422],
    ['a body that is too large', JSON.stringify(createEvent('customer_seat.claimed', 'x'.repeat(600_000))), 413],
  ] as const)('are refused if the body is wrong: %s', async ([, body, status]) => {
    const { handler, errors } = createTestWebhookHandler()
    expect((await handler(signedRequest(body))).status).toBe(status)
    expect(errors).toEqual([])
  })

  test('are accepted only with POST', async () => {
    const { handler } = createTestWebhookHandler()
    expect((await handler(new Request('https://app.example.com/hooks'))).status).toBe(405)
  })
})
