import type { PortalSeatAssign, SeatAssign, SeatClaim, SeatSource } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { clientWithAnswers, errorOf, type RecordedClient } from '../../answers.ts'
import { source, uuid } from '../../seats.ts'

const id = uuid()
const email = 'ada@example.com'

/** Expects that the call rejects with a `RequestValidationError` and sends no request. Returns the error. */
async function expectRefused(call: (client: RecordedClient['client']) => Promise<unknown>) {
  const { client, requests } = clientWithAnswers()
  const error = await errorOf(call(client))
  expect(error).toMatchObject({ code: 'RequestValidationError', status: 422, isAmbiguous: false, isRetryable: false })
  expect(requests).toEqual([])
  return error
}

const assign = (seatAssign: unknown) => expectRefused((client) => client.assignSeat(seatAssign as SeatAssign))

describe('a source', () => {
  test.each([undefined, null, {}, 'id', [], { subscription_id: id, order_id: id }, { checkout_id: id }])(
    'cannot be %o',
    async (value) => {
      const error = await expectRefused((client) => client.listSeats(value as SeatSource))
      expect(error.fieldErrors).toEqual({ root: ['Exactly one of subscription_id or order_id must be provided'] })
    },
  )
  test.each(['', 'x', `${id}0`, `${id}\n`, `{${id}`, id.replace('-', ''), 5])(
    'cannot have the id %j, which is not a UUID',
    async (value) => {
      const error = await expectRefused((client) => client.listSeats({ order_id: value } as SeatSource))
      expect(error.issues).toEqual([
        {
          code: 'invalid_id',
          type: 'uuid_parsing',
          loc: ['query', 'order_id'],
          msg: 'Input should be a valid UUID',
          input: value,
        },
      ])
    },
  )
  test.each([id, id.toUpperCase(), id.replaceAll('-', ''), `urn:uuid:${id}`, `{${id}}`])(
    'can have the id %s',
    async (value) => {
      const { client, requests } = clientWithAnswers()
      await client.listSeats({ order_id: value })
      expect(new URL(requests[0]?.url ?? '').searchParams.get('order_id')).toBe(value)
    },
  )
})

describe('a recipient', () => {
  const ids = { email, external_customer_id: 'c', customer_id: id, external_member_id: 'm', member_id: id }
  const keys = Object.keys(ids) as (keyof typeof ids)[]
  const pairs = keys.flatMap((first, index) => keys.slice(index + 1).map((second) => [first, second] as const))
  const isValidPair = (first: string, second: string) =>
    [first, second].toSorted().join() === 'email,external_member_id'
  const invalidPairs = pairs.filter(([first, second]) => !isValidPair(first, second))

  test.each(keys)('can be %s alone', async (key) => {
    const { client, requests } = clientWithAnswers()
    await client.assignSeat({ ...source, [key]: ids[key] } as SeatAssign).catch(() => {})
    expect(await requests[0]?.json()).toEqual({ ...source, [key]: ids[key] })
  })
  test.each(invalidPairs)('cannot be %s together with %s', async (first, second) => {
    const seatAssign = { ...source, [first]: ids[first], [second]: ids[second] }
    expect(Object.keys((await assign(seatAssign)).fieldErrors)).toEqual(['root'])
  })
  test('can be external_member_id together with email', async () => {
    const seatAssign = { ...source, email, external_member_id: 'm' }
    const { client, requests } = clientWithAnswers()
    await client.assignSeat(seatAssign).catch(() => {})
    expect(await requests[0]?.json()).toEqual(seatAssign)
  })
  test('is required', async () => {
    expect((await assign(source)).fieldErrors.root).toEqual([expect.stringMatching(/^At least one of email/)])
    expect((await assign({ ...source, email: null })).fieldErrors.root).toHaveLength(1)
    expect((await assign(null)).fieldErrors).toEqual({ root: ['Input should be a valid object'] })
  })
  test.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'a b@example.com',
    'a@b@example.com',
    'ada@exa mple.com',
    `${'a'.repeat(250)}@x.com`,
    5,
  ])('cannot have the address %j', async (value) =>
    expect(Object.keys((await assign({ ...source, email: value })).fieldErrors)).toEqual(['email']),
  )
  test.each([
    email,
    ` ${email} `,
    'Ada <ada@example.com>',
    'Ada < ada@example.com > ',
    'ädä@bücher.example',
    "o'brien+x@sub.example.com",
    'ada@team-mail．com',
    'ada@team-mail。com',
    'ada@team-mail｡com',
  ])('can have the address %j', async (value) => {
    const { client, requests } = clientWithAnswers()
    await client.assignSeat({ ...source, email: value }).catch(() => {})
    expect(await requests[0]?.json()).toMatchObject({ email: value })
  })
})

describe('an empty external_member_id', () => {
  test('is sent if there is an address too, because Polar then ignores the empty id', async () => {
    const seatAssign = { ...source, email, external_member_id: '' }
    const { client, requests } = clientWithAnswers()
    await client.assignSeat(seatAssign).catch(() => {})
    expect(await requests[0]?.json()).toEqual(seatAssign)
  })
  test.each(['customer_id', 'member_id', 'external_customer_id'])(
    'differs from an empty %s, which is refused even if there is an address',
    async (key) => {
      expect(Object.keys((await assign({ ...source, email, [key]: '' })).fieldErrors)).toContain(key)
    },
  )
  test('is refused alone, or together with an empty address', async () => {
    expect(Object.keys((await assign({ ...source, external_member_id: '' })).fieldErrors)).toEqual([
      'external_member_id',
    ])
    expect(Object.keys((await assign({ ...source, external_member_id: '', email: '' })).fieldErrors)).toEqual(['email'])
  })
})

describe('metadata', () => {
  test('does not count keys that are not sent', async () => {
    const value = Object.fromEntries(Array.from({ length: 11 }, (_, key) => [key, key === 0 ? undefined : key]))
    const { client, requests } = clientWithAnswers()
    await client.assignSeat({ ...source, email, metadata: value }).catch(() => {})
    expect(requests).toHaveLength(1)
  })

  const assignMetadata = (value: unknown) => assign({ ...source, email, metadata: value })
  const circular: Record<string, unknown> = {}
  circular.self = circular

  test.each([
    ['more than 10 keys', Object.fromEntries(Array.from({ length: 11 }, (_, key) => [key, 1]))],
    ['more than 1024 bytes', { text: 'x'.repeat(1014) }],
    ['10 MB', { text: 'x'.repeat(10_000_000) }],
    ['text that is too long once it is escaped', { text: 'ü'.repeat(170) }],
    ['text that is too long with the escaped DEL', { text: '\x7f'.repeat(169) + 'x' }],
    ['text that is too long with the blanks after the colons', { a: '', b: '', text: 'x'.repeat(1024 - 29) }],
    ['text that is too long with the blanks after the commas', { list: Array.from({ length: 339 }, () => 1) }],
    [
      'text that is too long with exponents of two digits',
      { list: [...Array.from({ length: 145 }, () => 1e-7), 'xx'] },
    ],
    ['11 keys whose values are null', Object.fromEntries(Array.from({ length: 11 }, (_, key) => [key, null]))],
    ['a date', new Date(0)],
    ['a list', []],
    ['a text', 'x'],
    ['an object that contains itself', circular],
    ['a big integer', { n: 1n }],
    ['a value that JSON cannot have', { toJSON: () => undefined }],
    ['NUL in a value', { a: { b: ['x\0'] } }],
    ['NUL in a key', { 'x\0': 1 }],
    ['half of a surrogate pair', { a: '\ud83d' }],
  ])(
    'is refused: %s',
    async (_what, value) => {
      expect(Object.keys((await assignMetadata(value)).fieldErrors)).toEqual(['metadata'])
    },
    15_000,
  )

  test.each([
    [{ text: 'x'.repeat(1012) }],
    [{ text: 'ü'.repeat(168) + 'x'.repeat(4) }],
    [{ text: '\x7f'.repeat(168) + 'x'.repeat(4) }],
    [{ a: '', b: '', text: 'x'.repeat(1024 - 30) }],
    [{ list: Array.from({ length: 338 }, () => 1) }],
    [{ text: ',:'.repeat(506) }],
    [{ text: '\\"'.repeat(253) }],
    [{ list: Array.from({ length: 112 }, () => 0.0000012) }],
    [{ text: '😀', n: 1, deep: { list: [null, true] } }],
    [{}],
    [null],
  ])('can be any JSON up to the limit: %j', async (value) => {
    const { client, requests } = clientWithAnswers()
    await client.assignSeat({ ...source, email, metadata: value } as SeatAssign).catch(() => {})
    expect(await requests[0]?.json()).toMatchObject({ metadata: value })
  })
})

test('an `immediate_claim` that is not a boolean is refused', async () => {
  expect((await assign({ ...source, email, immediate_claim: 'no' })).fieldErrors).toEqual({
    immediate_claim: ['Input should be a valid boolean'],
  })
})

test('all problems are in one error', async () => {
  const { fieldErrors } = await assign({ email: 'ada', customer_id: 'x', metadata: 'x', immediate_claim: 1 })
  expect(Object.keys(fieldErrors).toSorted()).toEqual(['customer_id', 'email', 'immediate_claim', 'metadata', 'root'])
})

test('only a client with a session may use a checkout as the source', async () => {
  const checkoutAssign = { checkout_id: id, email }
  expect((await assign(checkoutAssign)).fieldErrors.root).toEqual([
    'Exactly one of subscription_id or order_id must be provided',
  ])
  const { client, requests } = clientWithAnswers(undefined, { sessionToken: 'polar_cst_x' })
  await client.assignSeat(checkoutAssign as unknown as SeatAssign).catch(() => {})
  expect(await requests[0]?.json()).toEqual(checkoutAssign)
  const assignWithTwoSources: PortalSeatAssign = { ...checkoutAssign, ...source } as never
  expect(await errorOf(client.assignSeat(assignWithTwoSources as SeatAssign))).toMatchObject({
    code: 'RequestValidationError',
  })
})

describe.each(['', 'ab\0c', 'ab\ud800', 5, undefined, null])('%j', (value) => {
  test('is not an invitation token', async () => {
    const token = value as string
    expect((await expectRefused((client) => client.getClaimInfo(token))).operation).toBe('getClaimInfo')
    expect((await expectRefused((client) => client.claimSeat({ invitation_token: token }))).operation).toBe('claimSeat')
  })
  test('is not a seat id', async () => {
    const seatId = value as string
    expect((await expectRefused((client) => client.revokeSeat(seatId))).operation).toBe('revokeSeat')
    expect((await expectRefused((client) => client.resendInvitation(seatId))).operation).toBe('resendInvitation')
  })
  test('is not an external member id', async () => {
    if (value === undefined || value === null) return
    expect(Object.keys((await assign({ ...source, external_member_id: value })).fieldErrors)).toEqual([
      'external_member_id',
    ])
  })
})

test('claimSeat refuses `undefined`', async () => {
  const error = await expectRefused((client) => client.claimSeat(undefined as unknown as SeatClaim))
  expect(error.fieldErrors).toEqual({ invitation_token: ['Input should be a valid string'] })
})

test.each(['.', '..'])('%s is refused as an invitation token, because it would change the path', async (token) => {
  const error = await expectRefused((client) => client.getClaimInfo(token))
  expect(error.fieldErrors).toEqual({ invitation_token: ['This is not an invitation token'] })
})

test.each(['a/../b', '../../customer-seats', 'a?b=c', 'a#b', '%2e%2e', 'ü', '😀'])(
  '%s as an invitation token stays one segment of the path',
  async (token) => {
    const { client, requests } = clientWithAnswers()
    await client.getClaimInfo(token).catch(() => {})
    const { pathname, search, hash } = new URL(requests[0]?.url ?? '')
    expect(search + hash).toBe('')
    expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'v1', 'customer-seats', 'claim', token])
  },
)
