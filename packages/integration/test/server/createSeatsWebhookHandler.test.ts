import { createHmac } from 'node:crypto'
import type { CustomerSeat } from '@seats/core'
import { createSeatsWebhookHandler, memoryStore, type SeatsWebhookHandlerOptions } from '@seats/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { delivery, secrets, signature } from './sign.ts'
import { startWorld } from './world.ts'

const seat: CustomerSeat = {
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
const event = (type: string, data: unknown = seat) => ({ type, timestamp: '2026-08-01T10:00:00Z', data })
const assigned = event('customer_seat.assigned')

function startWebhooks(options: Partial<SeatsWebhookHandlerOptions> = {}) {
  const errors: unknown[] = []
  const seen: unknown[] = []
  const see = (event: unknown) => void seen.push(event)
  const handler = createSeatsWebhookHandler({
    secret: secrets.newer,
    store: memoryStore(),
    onError: (error) => errors.push(error),
    on: {
      'customer_seat.assigned': see,
      'customer_seat.claimed': see,
      'customer_seat.revoked': see,
      'subscription.updated': see,
    },
    ...options,
  })
  return { handler, seen, errors }
}

/** Also changes the clock of the memory store, which reads `performance.now` for the expiry of its values. */
function useFakeTime() {
  const now = vi.spyOn(performance, 'now').mockImplementation(() => Date.now())
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
    now.mockRestore()
  })
}

describe('the signature', () => {
  test('is accepted with either kind of key, and with several secrets', async () => {
    const { handler, seen } = startWebhooks({ secret: [secrets.older, secrets.newer] })
    expect((await handler(delivery(assigned, { secret: secrets.older, id: '1' }))).status).toBe(200)
    expect((await handler(delivery(assigned, { secret: secrets.newer, id: '2' }))).status).toBe(200)
    expect(seen).toEqual([assigned, assigned])
    const rotated = startWebhooks({ secret: [secrets.newer] })
    expect((await rotated.handler(delivery(assigned, { secret: secrets.older }))).status).toBe(401)
  })

  test('is accepted if any signature in the header is right', async () => {
    const { handler } = startWebhooks()
    const signed = signature(JSON.stringify(assigned))['webhook-signature']
    const headers = { 'webhook-signature': `v1a,AAAA v1,AAAA ${signed}` }
    expect((await handler(delivery(assigned, { headers }))).status).toBe(200)
  })

  const body = JSON.stringify(assigned)
  const signed = () => signature(body)['webhook-signature']
  const wrong: [string, () => Request][] = [
    ['another secret', () => delivery(assigned, { secret: 'whsec_b3RoZXItc2VjcmV0' })],
    ['another body', () => delivery(JSON.stringify(event('customer_seat.revoked')), { headers: signature(body) })],
    ['the same body, one byte more', () => delivery(`${body} `, { headers: signature(body) })],
    ['another id', () => delivery(assigned, { headers: { 'webhook-id': 'msg_2' } })],
    [
      'a later time',
      () => delivery(assigned, { age: 60, headers: { 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) } }),
    ],
    ['older than five minutes', () => delivery(assigned, { age: 301 })],
    ['from the future', () => delivery(assigned, { age: -302 })],
    ['no timestamp that is one', () => delivery(assigned, { headers: { 'webhook-timestamp': 'now' } })],
    ['an empty signature list', () => delivery(assigned, { headers: { 'webhook-signature': '' } })],
    ['a list of nothing', () => delivery(assigned, { headers: { 'webhook-signature': ' ' } })],
    ['a version without a signature', () => delivery(assigned, { headers: { 'webhook-signature': 'v1' } })],
    ['an empty signature', () => delivery(assigned, { headers: { 'webhook-signature': 'v1,' } })],
    ['another version', () => delivery(assigned, { headers: { 'webhook-signature': signed().replace('v1', 'v2') } })],
    ['cut off', () => delivery(assigned, { headers: { 'webhook-signature': signed().slice(0, -4) } })],
    ['no headers', () => new Request('https://app.example.com/hooks', { method: 'POST', body })],
    [
      'in the query',
      () =>
        new Request(`https://app.example.com/hooks?webhook-signature=${encodeURIComponent(signed())}`, {
          method: 'POST',
          body,
        }),
    ],
  ]
  test.for(wrong)('is refused: %s', async ([, request]) => {
    const { handler, seen, errors } = startWebhooks()
    const response = await handler(request())
    expect([response.status, await response.json()]).toMatchObject([401, { detail: expect.any(String) }])
    expect([seen, errors]).toEqual([[], []])
  })

  const missing = [
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
  test.for(missing)('%j is a missing secret', (secret) => {
    const create = () => createSeatsWebhookHandler({ secret: secret as string })
    expect(create).toThrow(expect.objectContaining({ code: 'ConfigurationError' }))
  })

  // 32 bytes in base64, in both alphabets, with padding and without.
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
  const base64 = `whsec_${Buffer.from(bytes).toString('base64')}`
  const base64url = `whsec_${Buffer.from(bytes).toString('base64url')}`
  // Made between 2026-06-29 and 2026-09-08. It has only letters and digits, so it is also valid base64.
  const summer = 'whsec_Zk3vQ9mT1xWb7LrYp2HcD8sNf4GjKa6UeXo5RiVtBn0'
  const keys: [string, string, 'base64' | 'text'][] = [
    ['the newest kind', base64, 'base64'],
    ['the newest kind, as text', base64, 'text'],
    ['a secret of the summer', summer, 'text'],
    ['a secret whose rest cannot be base64', 'whsec_***', 'text'],
    ['a secret whose length cannot be base64', 'whsec_abcde', 'text'],
    ['the oldest kind', secrets.older, 'text'],
    ['any text', 'correct horse 電池 staple', 'text'],
    ['one character', 'x', 'text'],
    ['a text that contains the prefix', 'my-whsec_c2VhdHM=', 'text'],
  ]
  test.for(keys)('is checked with each possible key of the secret: %s', async ([, secret, key]) => {
    const { handler, errors } = startWebhooks({ secret })
    expect((await handler(delivery(assigned, { secret, key, id: '1' }))).status).toBe(200)
    expect((await handler(delivery(assigned, { secret, key, id: '2' }))).status).toBe(200)
    expect((await handler(delivery(assigned, { secret: `${secret}x`, key: 'text', id: '3' }))).status).toBe(401)
    expect(errors).toEqual([])
  })

  test('is checked with each possible key of a secret, whichever key signed before', async () => {
    const { handler } = startWebhooks({ secret: base64 })
    const statuses: number[] = []
    for (const [id, key] of (['base64', 'text', 'base64', 'text'] as const).entries()) {
      statuses.push((await handler(delivery(assigned, { secret: base64, key, id: String(id) }))).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200])
  })

  test('reads base64 without padding and in the alphabet for URLs', async () => {
    const { handler } = startWebhooks({ secret: base64url })
    expect((await handler(delivery(assigned, { secret: base64 }))).status).toBe(200)
  })

  test('is still checked with every key after another key has signed', async () => {
    const { handler } = startWebhooks({ secret: [base64, summer, secrets.older] })
    const signers = [summer, secrets.older, base64, secrets.older, summer, base64]
    const statuses: number[] = []
    for (const [id, secret] of signers.entries()) {
      const key = secret === base64 ? 'base64' : 'text'
      statuses.push((await handler(delivery(assigned, { secret, key, id: String(id) }))).status)
    }
    expect(statuses).toEqual(signers.map(() => 200))
  })

  test.for([' %s', '%s\n', '"%s"', "'%s'\r\n", '\uFEFF%s', '`%s`', '\t"%s" ', '“%s”', '„%s“', '«%s»'])(
    'ignores blanks and quotes around a secret: %j',
    async (form) => {
      const { handler } = startWebhooks({ secret: form.replace('%s', base64) })
      expect((await handler(delivery(assigned, { secret: base64 }))).status).toBe(200)
    },
  )

  test('covers the raw bytes: an added byte order mark is refused', async () => {
    const { handler } = startWebhooks()
    const marked = new Request('https://app.example.com/hooks', {
      method: 'POST',
      headers: signature(body),
      body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]),
    })
    expect((await handler(marked)).status).toBe(401)
  })

  test('covers the raw bytes: signed bytes that are not UTF-8 are refused as an event', async () => {
    const { handler, errors } = startWebhooks()
    const bytes = Buffer.from([0x7b, 0xff, 0x7d])
    const at = String(Math.floor(Date.now() / 1000))
    const hmac = createHmac('sha256', Buffer.from(secrets.newer.slice('whsec_'.length), 'base64'))
    const signed = hmac.update(`msg_1.${at}.`).update(bytes).digest('base64')
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': `v1,${signed}` }
    const request = new Request('https://app.example.com/hooks', { method: 'POST', headers, body: bytes })
    expect((await handler(request)).status).toBe(400)
    expect(errors).toEqual([])
  })
})

describe('a body that was read before', () => {
  const eaten = expect.objectContaining({
    code: 'ConfigurationError',
    detail: expect.stringContaining('express.json()'),
  })

  test('is reported to the operator once', async () => {
    const { handler, errors, seen } = startWebhooks()
    for (const id of ['1', '2']) {
      const request = delivery(assigned, { id })
      await request.json()
      expect((await handler(request)).status).toBe(500)
    }
    expect([seen, errors]).toEqual([[], [eaten]])
  })

  test('is reported too while something else is reading it', async () => {
    const { handler, errors } = startWebhooks()
    for (const id of ['1', '2']) {
      const request = delivery(assigned, { id })
      request.body?.getReader()
      expect((await handler(request)).status).toBe(500)
    }
    expect(errors).toEqual([eaten])
  })

  test('is reported too if it was replaced by a body of another length', async () => {
    const { handler, errors } = startWebhooks()
    const written = JSON.stringify(assigned, null, 2)
    const headers = { 'content-length': String(new TextEncoder().encode(written).length) }
    expect((await handler(delivery(assigned, { headers }))).status).toBe(500)
    expect(errors).toEqual([eaten])
  })
})

test('a sender that leaves in the middle of a body is not reported', async () => {
  const { handler, errors } = startWebhooks()
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"type":')),
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  const request = new Request('https://app.example.com/hooks', { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect((await handler(request)).status).toBe(499)
  expect(errors).toEqual([])
})

describe('events', () => {
  test('of an unknown type answer 202', async () => {
    const { handler, seen } = startWebhooks()
    for (const type of ['customer_seat.transferred', 'benefit.granted', 'constructor', '__proto__']) {
      expect((await handler(delivery(event(type), { id: type }))).status).toBe(202)
    }
    expect(seen).toEqual([])
  })

  test('without a callback answer 200', async () => {
    const { handler } = startWebhooks({ on: {} })
    expect((await handler(delivery(assigned))).status).toBe(200)
  })

  test('are accepted with an unknown status and unknown fields', async () => {
    const { handler, seen } = startWebhooks()
    const data = { ...seat, status: 'suspended', plan: 'gold' }
    expect((await handler(delivery(event('customer_seat.claimed', data)))).status).toBe(200)
    expect(seen).toMatchObject([{ data }])
  })

  test.for([
    ['no JSON', '{"type":', 422],
    ['no event', '[]', 422],
    ['no type', '{"type":1}', 422],
    ['no seat', JSON.stringify(event('customer_seat.claimed', { id: 1 })), 422],
    ['no subscription', JSON.stringify(event('subscription.updated', null)), 422],
    ['too large', JSON.stringify(event('customer_seat.claimed', 'x'.repeat(600_000))), 413],
  ] as const)('with a body that is wrong: %s', async ([, body, status]) => {
    const { handler, errors } = startWebhooks()
    expect((await handler(delivery(body))).status).toBe(status)
    expect(errors).toEqual([])
  })

  test('are accepted only with POST', async () => {
    const { handler } = startWebhooks()
    expect((await handler(new Request('https://app.example.com/hooks'))).status).toBe(405)
  })
})

describe('an event is handled once', () => {
  test('a duplicate is recognized by its id and ignored', async () => {
    const { handler, seen } = startWebhooks()
    for (const id of ['1', '1', '2', '1']) expect((await handler(delivery(assigned, { id }))).status).toBe(200)
    expect(seen).toHaveLength(2)
  })

  test('a duplicate is ignored in another process with the same store', async () => {
    const store = memoryStore()
    const [one, two] = [startWebhooks({ store }), startWebhooks({ store })]
    await one.handler(delivery(assigned))
    expect((await two.handler(delivery(assigned))).status).toBe(200)
    expect([one.seen.length, two.seen.length]).toEqual([1, 0])
  })

  test('a failed callback answers 500, and the next attempt calls it again', async () => {
    let failures = 1
    const failure = new Error('the database is down')
    const { handler, errors } = startWebhooks({
      on: {
        'customer_seat.assigned': () => {
          if (failures-- > 0) throw failure
        },
      },
    })
    const response = await handler(delivery(assigned))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('database')
    expect(errors).toEqual([failure])
    expect((await handler(delivery(assigned))).status).toBe(200)
    expect(failures).toBe(-1)
  })

  test('an event that is being handled is not handled a second time', async () => {
    let finish = () => {}
    const working = new Promise<void>((resolve) => {
      finish = resolve
    })
    let calls = 0
    const { handler } = startWebhooks({
      on: {
        'customer_seat.assigned': async () => {
          calls += 1
          await working
        },
      },
    })
    const first = handler(delivery(assigned))
    await expect.poll(() => calls).toBe(1)
    expect((await handler(delivery(assigned))).status).toBe(409)
    finish()
    expect((await first).status).toBe(200)
    expect((await handler(delivery(assigned))).status).toBe(200)
    expect(calls).toBe(1)
  })

  test('a slow callback is not called a second time meanwhile, and no timer remains', async () => {
    useFakeTime()
    const [work, calls] = [Promise.withResolvers<void>(), vi.fn<() => void>()]
    const on = {
      'customer_seat.assigned': async () => {
        calls()
        await work.promise
      },
    }
    const store = memoryStore()
    const { handler } = startWebhooks({ store, on })
    const first = handler(delivery(assigned))
    const elsewhere = startWebhooks({ store })
    for (let minute = 0; minute < 5; minute++) {
      await vi.advanceTimersByTimeAsync(61_000)
      expect((await elsewhere.handler(delivery(assigned))).status).toBe(409)
    }
    work.resolve()
    expect((await first).status).toBe(200)
    expect((await handler(delivery(assigned))).status).toBe(200)
    expect(calls).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a callback that never ends does not block the event for good', async () => {
    useFakeTime()
    const store = memoryStore()
    const stuck = startWebhooks({ store, on: { 'customer_seat.assigned': () => new Promise<void>(() => {}) } })
    void stuck.handler(delivery(assigned))
    const next = startWebhooks({ store })
    const statuses: number[] = []
    // Polar's attempts take half an hour together.
    for (let minute = 0; minute < 30; minute++) {
      await vi.advanceTimersByTimeAsync(60_000)
      statuses.push((await next.handler(delivery(assigned))).status)
    }
    expect(statuses.at(-1)).toBe(200)
    expect(next.seen).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a late failure does not undo the success of another attempt', async () => {
    useFakeTime()
    const store = memoryStore()
    const work = Promise.withResolvers<void>()
    const first = startWebhooks({ store, on: { 'customer_seat.assigned': () => work.promise } })
    const failing = first.handler(delivery(assigned))
    await vi.advanceTimersByTimeAsync(0)
    // This happens if the process stops for longer than its claim is kept.
    await store.delete('webhook:msg_1')
    const second = startWebhooks({ store })
    expect((await second.handler(delivery(assigned))).status).toBe(200)
    await vi.advanceTimersByTimeAsync(61_000)
    work.reject(new Error('too late'))
    expect((await failing).status).toBe(500)
    expect((await second.handler(delivery(assigned))).status).toBe(200)
    expect(second.seen).toHaveLength(1)
  })

  test('a callback is not called again if the store failed once after it', async () => {
    const store = memoryStore()
    let failures = 1
    const { handler, seen, errors } = startWebhooks({
      store: {
        ...store,
        set: async (key, value, options) => {
          if (value === 'done' && failures-- > 0) throw new Error('Redis does not answer.')
          return store.set(key, value, options)
        },
      },
    })
    expect((await handler(delivery(assigned))).status).toBe(200)
    expect((await handler(delivery(assigned))).status).toBe(200)
    expect([seen.length, errors]).toEqual([1, []])
  })

  test('a callback is not called again if the stored occupant could not be deleted', async () => {
    const { handler, seen, errors } = startWebhooks({
      store: { ...memoryStore(), delete: () => Promise.reject(new Error('Redis does not answer.')) },
    })
    const revoked = event('customer_seat.revoked', { ...seat, status: 'revoked', email: null, customer_email: null })
    await handler(delivery(assigned, { id: 'assign' }))
    expect((await handler(delivery(revoked))).status).toBe(200)
    expect((await handler(delivery(revoked))).status).toBe(200)
    expect([seen.length, errors]).toEqual([2, []])
  })

  test('a failing store answers 500, so that Polar sends the event again', async () => {
    const { handler, seen, errors } = startWebhooks({
      store: { ...memoryStore(), set: () => Promise.reject(new Error('Redis is not connected.')) },
    })
    expect((await handler(delivery(assigned))).status).toBe(500)
    expect([seen, errors.length]).toEqual([[], 1])
  })
})

describe('a revoke names the person who lost the seat', () => {
  const gone = {
    ...seat,
    status: 'revoked',
    email: null,
    customer_id: null,
    customer_email: null,
    revoked_at: '2026-08-03T10:00:00Z',
  }
  const revoked = (data: unknown = gone) => delivery(event('customer_seat.revoked', data), { id: 'revoke' })
  const nobody = { member_id: null, external_member_id: null, name: null }

  test('from the event’s member', async () => {
    const { handler, seen } = startWebhooks()
    const member = {
      id: 'm',
      created_at: '',
      modified_at: null,
      customer_id: 'c',
      email: 'ada@example.com',
      name: 'Ada',
      external_id: 'usr_1',
      role: 'member',
    }
    await handler(revoked({ ...gone, member }))
    const occupant = { email: 'ada@example.com', member_id: 'm', external_member_id: 'usr_1', name: 'Ada' }
    expect(seen).toMatchObject([{ occupant }])
  })

  test('from the event’s customer_email', async () => {
    const { handler, seen } = startWebhooks()
    await handler(revoked({ ...gone, customer_email: 'ada@example.com' }))
    expect(seen).toMatchObject([{ occupant: { email: 'ada@example.com', ...nobody } }])
  })

  test('from the store, also on the second attempt', async () => {
    const occupants: unknown[] = []
    const { handler } = startWebhooks({
      on: {
        'customer_seat.revoked': ({ occupant }) => {
          occupants.push(occupant)
          if (occupants.length === 1) throw new Error('not yet')
        },
      },
    })
    await handler(delivery(assigned))
    expect([(await handler(revoked())).status, (await handler(revoked())).status]).toEqual([500, 200])
    const ada = { email: 'ada@example.com', ...nobody }
    expect(occupants).toEqual([ada, ada])
    // The stored occupant is deleted after the event.
    await handler(delivery(event('customer_seat.revoked', gone), { id: 'another' }))
    expect(occupants).toEqual([ada, ada, null])
  })

  test('or null if the person is unknown', async () => {
    const { handler, seen } = startWebhooks()
    await handler(revoked())
    expect(seen).toMatchObject([{ occupant: null }])
  })

  // The same seat with another occupant.
  const next = {
    ...seat,
    email: 'eve@example.com',
    customer_email: 'eve@example.com',
    modified_at: '2026-08-04T10:00:00Z',
    invitation_token_expires_at: '2026-08-05T10:00:00Z',
  }
  const nextGone = {
    ...gone,
    modified_at: '2026-08-06T10:00:00Z',
    invitation_token_expires_at: next.invitation_token_expires_at,
    revoked_at: '2026-08-06T10:00:00Z',
  }
  const [ada, eve] = [{ occupant: { email: 'ada@example.com' } }, { occupant: { email: 'eve@example.com' } }]
  const nextAssigned = () => delivery(event('customer_seat.assigned', next), { id: 'next' })
  const nextRevoked = () => delivery(event('customer_seat.revoked', nextGone), { id: 'next revoke' })

  test('and each assignment has its own, in any order of events', async () => {
    const { handler, seen } = startWebhooks()
    await handler(nextAssigned())
    await handler(delivery(assigned, { id: 'late' }))
    await handler(revoked())
    await handler(nextRevoked())
    expect(seen.slice(2)).toMatchObject([ada, eve])
  })

  test('and not the former occupant, if their assignment arrives after the revoke', async () => {
    const { handler, seen } = startWebhooks()
    await handler(revoked())
    await handler(delivery(assigned, { id: 'late' }))
    await handler(nextRevoked())
    expect(seen).toMatchObject([{ occupant: null }, assigned, { occupant: null }])
  })

  test('and not the former occupant, if their failed callback is called again after the revoke', async () => {
    const occupants: unknown[] = []
    let failures = 1
    const { handler } = startWebhooks({
      on: {
        'customer_seat.assigned': () => {
          if (failures-- > 0) throw new Error('not yet')
        },
        'customer_seat.revoked': ({ occupant }) => void occupants.push(occupant),
      },
    })
    expect((await handler(delivery(assigned))).status).toBe(500)
    await handler(revoked())
    expect((await handler(delivery(assigned))).status).toBe(200)
    await handler(nextRevoked())
    expect(occupants).toMatchObject([ada.occupant, null])
  })

  test('and not the former occupant, if both assignments are handled at the same time', async () => {
    const store = memoryStore()
    const held = Promise.withResolvers<void>()
    const { handler, seen } = startWebhooks({
      store: {
        ...store,
        set: async (key, value, options) => {
          if (value.includes('ada@example.com')) await held.promise
          return store.set(key, value, options)
        },
      },
    })
    const former = handler(delivery(assigned))
    await handler(nextAssigned())
    held.resolve()
    await former
    await handler(nextRevoked())
    expect(seen.at(-1)).toMatchObject(eve)
  })

  test('with the details of the claim, even if the assignment arrives later', async () => {
    const { handler, seen } = startWebhooks()
    const claimed = { ...seat, status: 'claimed', member_id: 'm', claimed_at: '2026-08-01T12:00:00Z' }
    await handler(delivery(event('customer_seat.claimed', claimed), { id: 'claim' }))
    await handler(delivery(assigned))
    await handler(revoked({ ...gone, claimed_at: claimed.claimed_at }))
    expect(seen.at(-1)).toMatchObject({ occupant: { email: 'ada@example.com', member_id: 'm' } })
  })

  test('also if they were seated without an invitation', async () => {
    const { handler, seen } = startWebhooks()
    const at = { invitation_token_expires_at: null, claimed_at: '2026-08-01T10:00:00Z' }
    await handler(delivery(event('customer_seat.claimed', { ...seat, ...at, status: 'claimed' })))
    await handler(revoked({ ...gone, ...at }))
    expect(seen.at(-1)).toMatchObject(ada)
  })

  test('also after a change through the handler', async () => {
    const store = memoryStore()
    const { send, emulator } = await startWorld({ store })
    const { handler, seen } = startWebhooks({ store })
    const resent = await send('POST', `/v1/customer-seats/${emulator.ref('acme/pia')}/resend`)
    const { id, invitation_token_expires_at } = (await resent.json()) as CustomerSeat
    await handler(revoked({ ...gone, id, invitation_token_expires_at }))
    expect(seen).toMatchObject([{ occupant: { email: 'pia@example.com' } }])
  })
})
