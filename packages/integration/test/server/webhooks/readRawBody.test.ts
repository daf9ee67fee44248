import { describe, expect, test } from 'vitest'
import { signedRequest } from '../sign.ts'
import { assignedEvent, createTestWebhookHandler } from '../createTestWebhookHandler.ts'

describe('a body that was already read', () => {
  const bodyReadError = expect.objectContaining({
    code: 'ConfigurationError',
    detail: expect.stringContaining('express.json()'),
  })

  test('is reported to the operator once', async () => {
    const { handler, errors, handledEvents } = createTestWebhookHandler()
    for (const id of ['1', '2']) {
      const request = signedRequest(assignedEvent, { id })
      await request.json()
      expect((await handler(request)).status).toBe(500)
    }
    expect([handledEvents, errors]).toEqual([[], [bodyReadError]])
  })

  test('is reported even while other code is still reading it', async () => {
    const { handler, errors } = createTestWebhookHandler()
    for (const id of ['1', '2']) {
      const request = signedRequest(assignedEvent, { id })
      request.body?.getReader()
      expect((await handler(request)).status).toBe(500)
    }
    expect(errors).toEqual([bodyReadError])
  })

  test('is reported even if it was replaced by a body of another length', async () => {
    const { handler, errors } = createTestWebhookHandler()
    const written = JSON.stringify(assignedEvent, null, 2)
    const headers = { 'content-length': String(new TextEncoder().encode(written).length) }
    expect((await handler(signedRequest(assignedEvent, { headers }))).status).toBe(500)
    expect(errors).toEqual([bodyReadError])
  })
})

test('a body is not reported if its sender closes the connection in the middle of it', async () => {
  const { handler, errors } = createTestWebhookHandler()
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"type":')),
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  const request = new Request('https://app.example.com/hooks', { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect((await handler(request)).status).toBe(499)
  expect(errors).toEqual([])
})
