import type { CustomerSeat } from '@seats/core'
import type { SeatsGrant } from '@seats/server'
import { expect, test } from 'vitest'
import { withOccupant, statusAndCodeOf, startGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'
const unknownId = '7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b'

test('without a signed-in user, every request except claims is answered with 401', async () => {
  const { send, grant, emulator, calls } = await startGuard()
  grant(null)
  const subscription_id = emulator.ref('acme/sub')
  const email = 'ada@example.com'
  expect(await statusAndCodeOf(send('GET', `${seats}?subscription_id=${subscription_id}`))).toEqual([
    401,
    'Unauthorized',
  ])
  expect(await statusAndCodeOf(send('POST', seats, { body: { subscription_id, email } }))).toEqual([
    401,
    'Unauthorized',
  ])
  expect(await statusAndCodeOf(send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob')))).toEqual([
    401,
    'Unauthorized',
  ])
  expect(await statusAndCodeOf(send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`))).toEqual([
    401,
    'Unauthorized',
  ])
  expect(calls).toEqual([])
})

test('a source outside the grant is answered like an unknown source, without a call to Polar', async () => {
  const { send, emulator, calls } = await startGuard()
  for (const id of [emulator.ref('acme/foreign'), unknownId]) {
    const listed = await send('GET', `${seats}?subscription_id=${id}`)
    expect([listed.status, await listed.json()]).toEqual([
      404,
      { error: 'ResourceNotFound', detail: 'Subscription not found' },
    ])
    const assigned = await send('POST', seats, { body: { order_id: id, email: 'ada@example.com' } })
    expect([assigned.status, await assigned.json()]).toEqual([
      404,
      { error: 'ResourceNotFound', detail: 'Order not found' },
    ])
  }
  // The id of a subscription is not the id of an order.
  expect(await statusAndCodeOf(send('GET', `${seats}?order_id=${emulator.ref('acme/sub')}`))).toEqual([
    404,
    'ResourceNotFound',
  ])
  expect(calls).toEqual([])
})

test("another customer's seat is answered like an unknown seat, and is not changed", async () => {
  const { send, emulator, polar } = await startGuard()
  const foreign = { subscription_id: emulator.ref('acme/foreign') }
  for (const id of [emulator.ref('acme/eve'), unknownId]) {
    for (const query of ['', `?subscription_id=${foreign.subscription_id}`]) {
      const revoked = await send('DELETE', `${seats}/${id}${query}`)
      expect([revoked.status, await revoked.json()]).toEqual([
        404,
        { error: 'ResourceNotFound', detail: 'Seat not found' },
      ])
      expect(await statusAndCodeOf(send('POST', `${seats}/${id}/resend${query}`))).toEqual([404, 'ResourceNotFound'])
    }
  }
  expect((await polar.listSeats(foreign)).seats).toMatchObject([{ email: 'eve@example.org', status: 'pending' }])
  expect(emulator.outbox('eve@example.org').length).toBeLessThanOrEqual(1)
})

test('a granted source that no longer exists at Polar does not hide the others', async () => {
  const { send, emulator, grant } = await startGuard()
  grant({ sources: [{ subscription_id: unknownId }, { subscription_id: emulator.ref('acme/sub') }] })
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(200)
  expect(await statusAndCodeOf(send('GET', `${seats}?subscription_id=${unknownId}`))).toEqual([404, 'ResourceNotFound'])
})

test.for([
  ['403', { status: 403, body: '{"error":"FeatureNotEnabled","detail":"Seat-based pricing is not enabled"}' }],
  ['422', { status: 422, body: '{"error":"RequestValidationError","detail":[]}' }],
] as const)('a source that Polar refuses with %s does not hide a seat on another source', async ([, fault]) => {
  const { send, emulator } = await startGuard()
  const path = '/v1/customer-seats'
  emulator.inject({ fault: { kind: 'status', ...fault }, match: { method: 'GET', path }, times: 1 })
  const revoked = await send('DELETE', `${seats}/${emulator.ref('acme/ole')}`, withOccupant('ole'))
  expect(revoked.status).toBe(200)
  // If no other source has the seat, the refused one may have it. So the answer is not 404.
  emulator.inject({ fault: { kind: 'status', ...fault }, match: { method: 'GET', path }, times: 1 })
  const response = await send('DELETE', `${seats}/${unknownId}`, withOccupant('ole'))
  expect([response.status, await response.json()]).toMatchObject([
    fault.status,
    { error: JSON.parse(fault.body).error },
  ])
})

test('a granted source with an invalid id does not hide the others', async () => {
  const { send, emulator, grant } = await startGuard()
  grant({ sources: [{ subscription_id: 'not-a-uuid' }, { subscription_id: emulator.ref('acme/sub') }] })
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(200)
})

test('only the operations of the grant are served', async () => {
  const { send, emulator, grant, calls } = await startGuard()
  const source = { subscription_id: emulator.ref('acme/sub') }
  grant({ sources: [source], operations: ['listSeats'] })
  expect((await send('GET', `${seats}?subscription_id=${source.subscription_id}`)).status).toBe(200)
  const refusal = [403, 'OperationNotGranted']
  expect(await statusAndCodeOf(send('POST', seats, { body: { ...source, email: 'ada@example.com' } }))).toEqual(refusal)
  expect(await statusAndCodeOf(send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob')))).toEqual(
    refusal,
  )
  expect(await statusAndCodeOf(send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`))).toEqual(refusal)
  expect(calls).toHaveLength(1)
})

test.for([
  ['operations', { operations: null }],
  ['operations', { operations: 'listSeats' }],
  ['operations', { operations: {} }],
  ['sources', { sources: null }],
  ['sources', { sources: undefined }],
])('a grant whose %s are not an array is rejected and reported: %j', async ([field, mistake]) => {
  const { send, emulator, grant, errors, calls } = await startGuard()
  const subscription_id = emulator.ref('acme/sub')
  // Callers without types can write this.
  grant({ sources: [{ subscription_id }], ...(mistake as object) } as SeatsGrant)
  expect(await statusAndCodeOf(send('GET', `${seats}?subscription_id=${subscription_id}`))).toEqual([
    500,
    'ServerError',
  ])
  expect(await statusAndCodeOf(send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob')))).toEqual([
    500,
    'ServerError',
  ])
  const expectedError = { code: 'ConfigurationError', detail: expect.stringContaining(`\`${field}\``) }
  expect(errors).toMatchObject([expectedError, expectedError])
  expect(calls).toEqual([])
})

test('a granted source may have null as its other id', async () => {
  const { send, emulator, grant } = await startGuard()
  const [subscription_id, order_id] = [emulator.ref('acme/sub'), emulator.ref('acme/ord')]
  grant({
    sources: [
      { subscription_id: null, order_id },
      { subscription_id, order_id: null },
    ],
  } as unknown as SeatsGrant)
  expect((await send('GET', `${seats}?order_id=${order_id}`)).status).toBe(200)
  expect((await send('GET', `${seats}?subscription_id=${subscription_id}`)).status).toBe(200)
  expect(await statusAndCodeOf(send('GET', `${seats}?subscription_id=${order_id}`))).toEqual([404, 'ResourceNotFound'])
  expect(
    (await send('DELETE', `${seats}/${emulator.ref('acme/ole')}?order_id=${order_id}`, withOccupant('ole'))).status,
  ).toBe(200)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(200)
})

test('immediate_claim is refused unless the grant allows it', async () => {
  const { send, emulator, grant, polar } = await startGuard()
  const source = { subscription_id: emulator.ref('acme/sub') }
  for (const immediate_claim of [true, 'true', 1]) {
    const body = { ...source, email: 'ada@example.com', immediate_claim }
    expect(await statusAndCodeOf(send('POST', seats, { body }))).toEqual([403, 'OperationNotGranted'])
  }
  expect((await polar.listSeats(source)).seats).toHaveLength(2)
  const invited = await send('POST', seats, { body: { ...source, email: 'max@example.com', immediate_claim: false } })
  expect(await invited.json()).toMatchObject({ status: 'pending' })
  grant({ sources: [source], immediateClaim: true })
  const seated = await send('POST', seats, { body: { ...source, email: 'ada@example.com', immediate_claim: true } })
  expect(await seated.json()).toMatchObject({ status: 'claimed' })
})

test('customer ids are refused unless the grant allows them, because they can name any customer of the organization', async () => {
  const { send, emulator, grant, polar, calls } = await startGuard()
  const source = { subscription_id: emulator.ref('acme/sub') }
  const assign = (recipient: object) => send('POST', seats, { body: { ...source, ...recipient } })
  const namedByCustomerId = [{ customer_id: emulator.ref('acme/mallory') }, { external_customer_id: 'user_2' }]
  const answers = new Set<string>()
  for (const recipient of [
    ...namedByCustomerId,
    { customer_id: unknownId },
    { external_customer_id: 'nobody' },
    { customer_id: '' },
  ]) {
    const response = await assign(recipient)
    expect(response.status).toBe(403)
    answers.add(await response.text())
  }
  expect([...answers].map((text) => JSON.parse(text))).toMatchObject([{ error: 'OperationNotGranted' }])
  expect([calls, emulator.outbox('mallory@example.org')]).toEqual([[], []])
  const invited = await assign({ email: 'max@example.com', customer_id: null, external_customer_id: null })
  expect(invited.status).toBe(200)
  for (const recipient of namedByCustomerId) {
    grant({ sources: [source], customerIds: true })
    const seat = (await (await assign(recipient)).json()) as CustomerSeat
    expect(seat).toMatchObject({ email: 'mallory@example.org', status: 'pending' })
    await polar.revokeSeat(seat.id)
  }
  grant({ sources: [source], immediateClaim: true })
  for (const recipient of namedByCustomerId)
    expect(await statusAndCodeOf(assign(recipient))).toEqual([403, 'OperationNotGranted'])
  // Member ids need no such permission: they name only members of the source's own customer.
  for (const external_member_id of ['user_2', 'nobody']) {
    expect(await statusAndCodeOf(assign({ external_member_id }))).toEqual([404, 'MemberNotFound'])
  }
})

test('authorize gets the operation and the source', async () => {
  const contexts: unknown[] = []
  const { send, emulator } = await startGuard({
    authorize: (request, context) => {
      contexts.push([request.headers.get('cookie'), context])
      return null
    },
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  const headers = { cookie: 'session=1' }
  await send('GET', `${seats}?subscription_id=${source.subscription_id.toUpperCase()}`, { headers })
  await send('POST', seats, { body: { ...source, email: 'a@example.com' }, headers })
  await send('DELETE', `${seats}/${unknownId}`, { headers })
  await send('POST', `${seats}/${unknownId}/resend`, { headers })
  expect(contexts).toEqual([
    ['session=1', { operation: 'listSeats', source }],
    ['session=1', { operation: 'assignSeat', source }],
    ['session=1', { operation: 'revokeSeat', source: null }],
    ['session=1', { operation: 'resendInvitation', source: null }],
  ])
})

test('an error of `authorize` is reported, and the request is refused', async () => {
  const storeError = new Error('the session store is down')
  const { send, errors, calls } = await startGuard({ authorize: () => Promise.reject(storeError) })
  const response = await send('DELETE', `${seats}/${unknownId}`)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('session store')
  expect(errors).toEqual([storeError])
  expect(calls).toEqual([])
})
