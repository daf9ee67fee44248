import { createHmac } from 'node:crypto'
import { createSeatsWebhookHandler } from '@seats/server'
import { describe, expect, test } from 'vitest'
import { signedRequest, secrets, signedHeaders } from '../sign.ts'
import { assignedEvent, createEvent, createTestWebhookHandler } from '../createTestWebhookHandler.ts'

describe('the signature', () => {
  test('is accepted with both kinds of keys, and with several secrets', async () => {
    const { handler, handledEvents } = createTestWebhookHandler({ secret: [secrets.older, secrets.newer] })
    expect((await handler(signedRequest(assignedEvent, { secret: secrets.older, id: '1' }))).status).toBe(200)
    expect((await handler(signedRequest(assignedEvent, { secret: secrets.newer, id: '2' }))).status).toBe(200)
    expect(handledEvents).toEqual([assignedEvent, assignedEvent])
    const rotated = createTestWebhookHandler({ secret: [secrets.newer] })
    expect((await rotated.handler(signedRequest(assignedEvent, { secret: secrets.older }))).status).toBe(401)
  })

  test('is accepted if one signature in the header is correct', async () => {
    const { handler } = createTestWebhookHandler()
    const signature = signedHeaders(JSON.stringify(assignedEvent))['webhook-signature']
    const headers = { 'webhook-signature': `v1a,AAAA v1,AAAA ${signature}` }
    expect((await handler(signedRequest(assignedEvent, { headers }))).status).toBe(200)
  })

  const body = JSON.stringify(assignedEvent)
  const createSignature = () => signedHeaders(body)['webhook-signature']
  const wrongRequests: [string, () => Request][] = [
    ['a signature with another secret', () => signedRequest(assignedEvent, { secret: 'whsec_b3RoZXItc2VjcmV0' })],
    [
      'a signature of another body',
      () => signedRequest(JSON.stringify(createEvent('customer_seat.revoked')), { headers: signedHeaders(body) }),
    ],
    ['the same body, one byte more', () => signedRequest(`${body} `, { headers: signedHeaders(body) })],
    ['a signature of another id', () => signedRequest(assignedEvent, { headers: { 'webhook-id': 'msg_2' } })],
    [
      'a signature of an earlier time',
      () =>
        signedRequest(assignedEvent, {
          age: 60,
          headers: { 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) },
        }),
    ],
    ['a webhook older than five minutes', () => signedRequest(assignedEvent, { age: 301 })],
    ['a webhook from the future', () => signedRequest(assignedEvent, { age: -302 })],
    ['an invalid timestamp', () => signedRequest(assignedEvent, { headers: { 'webhook-timestamp': 'now' } })],
    ['an empty signature list', () => signedRequest(assignedEvent, { headers: { 'webhook-signature': '' } })],
    ['a list of spaces', () => signedRequest(assignedEvent, { headers: { 'webhook-signature': ' ' } })],
    ['a version without a signature', () => signedRequest(assignedEvent, { headers: { 'webhook-signature': 'v1' } })],
    ['an empty signature', () => signedRequest(assignedEvent, { headers: { 'webhook-signature': 'v1,' } })],
    [
      'another version',
      () => signedRequest(assignedEvent, { headers: { 'webhook-signature': createSignature().replace('v1', 'v2') } }),
    ],
    [
      'a signature that is cut off',
      () => signedRequest(assignedEvent, { headers: { 'webhook-signature': createSignature().slice(0, -4) } }),
    ],
    ['no headers', () => new Request('https://app.example.com/hooks', { method: 'POST', body })],
    [
      'a signature in the query instead of the headers',
      () =>
        new Request(`https://app.example.com/hooks?webhook-signature=${encodeURIComponent(createSignature())}`, {
          method: 'POST',
          body,
        }),
    ],
  ]
  test.for(wrongRequests)('is refused: %s', async ([, request]) => {
    const { handler, handledEvents, errors } = createTestWebhookHandler()
    const response = await handler(request())
    expect([response.status, await response.json()]).toMatchObject([401, { detail: expect.any(String) }])
    expect([handledEvents, errors]).toEqual([[], []])
  })

  const invalidSecrets = [
    '',
    ' ',
    '""',
    "'\n'",
    'whsec_',
    ' "whsec_"\n',
    [],
    [secrets.newer, ''],
    'polar_whs_',
    undefined,
    null,
    7,
    [undefined],
  ]
  test.for(invalidSecrets)('cannot be checked with the secret %j, so no handler is created', (secret) => {
    const create = () => createSeatsWebhookHandler({ secret: secret as string })
    expect(create).toThrow(expect.objectContaining({ code: 'ConfigurationError' }))
  })

  // 32 bytes in base64, in both alphabets, with padding and without.
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
  const base64 = `whsec_${Buffer.from(bytes).toString('base64')}`
  const base64url = `whsec_${Buffer.from(bytes).toString('base64url')}`
  // From 2026-06-29 to 2026-09-08, Polar made secrets that begin with `whsec_`, but whose key is the whole text. This
  // secret is also valid base64.
  const secretOfSummer = 'whsec_Zk3vQ9mT1xWb7LrYp2HcD8sNf4GjKa6UeXo5RiVtBn0'
  const keys: [string, string, 'base64' | 'text'][] = [
    ['a secret with base64 and a prefix', base64, 'base64'],
    ['the same secret, read as text', base64, 'text'],
    ['a secret made in the summer of 2026', secretOfSummer, 'text'],
    ['a secret whose rest cannot be base64', 'whsec_***', 'text'],
    ['a secret whose length cannot be base64', 'whsec_abcde', 'text'],
    ['a secret without base64', secrets.older, 'text'],
    ['any text', 'correct horse 電池 staple', 'text'],
    ['one character', 'x', 'text'],
    ['a text that contains the prefix', 'my-whsec_c2VhdHM=', 'text'],
  ]
  test.for(keys)('is checked with each possible key of the secret: %s', async ([, secret, key]) => {
    const { handler, errors } = createTestWebhookHandler({ secret })
    expect((await handler(signedRequest(assignedEvent, { secret, key, id: '1' }))).status).toBe(200)
    expect((await handler(signedRequest(assignedEvent, { secret, key, id: '2' }))).status).toBe(200)
    expect((await handler(signedRequest(assignedEvent, { secret: `${secret}x`, key: 'text', id: '3' }))).status).toBe(
      401,
    )
    expect(errors).toEqual([])
  })

  test('is checked with both possible keys of a secret, even if the other key signed an earlier webhook', async () => {
    const { handler } = createTestWebhookHandler({ secret: base64 })
    const statuses: number[] = []
    for (const [id, key] of (['base64', 'text', 'base64', 'text'] as const).entries()) {
      statuses.push((await handler(signedRequest(assignedEvent, { secret: base64, key, id: String(id) }))).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200])
  })

  test('is accepted if the secret is base64 without padding or in the URL alphabet', async () => {
    const { handler } = createTestWebhookHandler({ secret: base64url })
    expect((await handler(signedRequest(assignedEvent, { secret: base64 }))).status).toBe(200)
  })

  test('is checked with each of several secrets, even if another secret signed an earlier webhook', async () => {
    const { handler } = createTestWebhookHandler({ secret: [base64, secretOfSummer, secrets.older] })
    const signers = [secretOfSummer, secrets.older, base64, secrets.older, secretOfSummer, base64]
    const statuses: number[] = []
    for (const [id, secret] of signers.entries()) {
      const key = secret === base64 ? 'base64' : 'text'
      statuses.push((await handler(signedRequest(assignedEvent, { secret, key, id: String(id) }))).status)
    }
    expect(statuses).toEqual(signers.map(() => 200))
  })

  test.for([' %s', '%s\n', '"%s"', "'%s'\r\n", '\uFEFF%s', '`%s`', '\t"%s" ', '“%s”', '„%s“', '«%s»'])(
    'is accepted if the secret has spaces or quotes around it: %j',
    async (form) => {
      const { handler } = createTestWebhookHandler({ secret: form.replace('%s', base64) })
      expect((await handler(signedRequest(assignedEvent, { secret: base64 }))).status).toBe(200)
    },
  )

  test('is refused if a byte order mark was added to the body', async () => {
    const { handler } = createTestWebhookHandler()
    const requestWithBom = new Request('https://app.example.com/hooks', {
      method: 'POST',
      headers: signedHeaders(body),
      body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]),
    })
    expect((await handler(requestWithBom)).status).toBe(401)
  })

  test('is accepted for a body that is not UTF-8, but the body is refused', async () => {
    const { handler, errors } = createTestWebhookHandler()
    const bytes = Buffer.from([0x7b, 0xff, 0x7d])
    const timestamp = String(Math.floor(Date.now() / 1000))
    const hmac = createHmac('sha256', Buffer.from(secrets.newer.slice('whsec_'.length), 'base64'))
    const signature = hmac.update(`msg_1.${timestamp}.`).update(bytes).digest('base64')
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
    const request = new Request('https://app.example.com/hooks', { method: 'POST', headers, body: bytes })
    expect((await handler(request)).status).toBe(400)
    expect(errors).toEqual([])
  })
})
