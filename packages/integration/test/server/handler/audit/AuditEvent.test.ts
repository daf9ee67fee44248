import { memoryStore, type AuditEvent } from '@seats/server'
import { expect, test } from 'vitest'
import { invitationToken, withOccupant, startGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'

test('refusals are audited if the operation is known', async () => {
  const events: AuditEvent[] = []
  const { send } = await startGuard({ onAudit: (event) => void events.push(event) })
  await send('DELETE', `${seats}/not-a-uuid`)
  await send('POST', `${seats}/x%00/resend`)
  await send('GET', `${seats}/claim/..%2f..%2fcustomers`)
  await send('GET', `${seats}/claim/%0a/stream`)
  await send('GET', `${seats}/events`)
  const emptyFields = { actor: null, source: null, recipient: null, seatId: null, seat: null }
  const [invalidInput, notFound] = [
    { status: 422, code: 'RequestValidationError' },
    { status: 404, code: 'ResourceNotFound' },
  ]
  expect(events).toMatchObject([
    { ...emptyFields, operation: 'revokeSeat', ...invalidInput },
    { ...emptyFields, operation: 'resendInvitation', ...invalidInput },
    { ...emptyFields, operation: 'getClaimInfo', ...notFound },
    { ...emptyFields, operation: 'getClaimInfo', ...notFound },
    { ...emptyFields, operation: 'listSeats', ...invalidInput },
  ])
  // Paths and methods without an operation are not audited.
  await send('PUT', seats)
  await send('GET', `${seats}/claim/`)
  expect(events).toHaveLength(5)
})

test('neither a recipient nor an IP address can add a line to a log', async () => {
  const events: AuditEvent[] = []
  const { send, emulator, grant } = await startGuard({
    onAudit: (event) => void events.push(event),
    clientAddress: () => `192.0.2.1\r\nforged\u001b[2J${'x'.repeat(1_000)}`,
  })
  grant(null)
  const subscription_id = emulator.ref('acme/sub')
  for (const email of [
    'x\nuser-7 revokeSeat ceo@example.com: 200\nuser-7',
    'a\0b\u007f\u0085\u009b\u2028\u2029\u202e\ud800',
    `${'a'.repeat(253)}😀`,
  ]) {
    await send('POST', seats, { body: { subscription_id, email } })
  }
  expect(events.map(({ recipient }) => recipient)).toEqual([
    'x�user-7 revokeSeat ceo@example.com: 200�user-7',
    'a�b�������',
    `${'a'.repeat(253)}�`,
  ])
  expect(events[0]?.address).toMatch(/^192\.0\.2\.1��forged�\[2Jx+$/)
  expect(events[0]?.address).toHaveLength(254)
})

test('an audit event says who changed which seat, and contains no token', async () => {
  const events: AuditEvent[] = []
  const { send, emulator, grant } = await startGuard({
    onAudit: (event) => void events.push(event),
    clientAddress: () => '192.0.2.1',
    store: memoryStore(),
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  await send('GET', `${seats}?subscription_id=${source.subscription_id}`)
  expect(events).toEqual([])
  const assigned = await send('POST', seats, { body: { ...source, email: 'ada@example.com' } })
  const seat = (await assigned.json()) as { id: string }
  await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))
  await send('DELETE', `${seats}/${emulator.ref('acme/eve')}`)
  await send('POST', seats, { body: { ...source, email: 'ada@example.com' } })
  await send('POST', seats, {
    body: { ...source, email: 'x@example.com' },
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  const invitation_token = invitationToken(emulator, 'pia@example.com')
  const claimed = await send('POST', `${seats}/claim`, { body: { invitation_token } })
  const { customer_session_token } = (await claimed.json()) as { customer_session_token: string }
  grant(null)
  await send('GET', `${seats}?subscription_id=${source.subscription_id}`)

  const [actor, address] = ['user-1', '192.0.2.1']
  const emptyFields = { actor: null, source: null, recipient: null, seatId: null, seat: null }
  const success = { status: 200, code: null }
  expect(events).toMatchObject([
    {
      operation: 'assignSeat',
      actor,
      address,
      source,
      recipient: 'ada@example.com',
      seatId: seat.id,
      seat,
      ...success,
    },
    {
      operation: 'revokeSeat',
      actor,
      source,
      seatId: emulator.ref('acme/bob'),
      seat: { email: 'bob@example.com' },
      ...success,
    },
    {
      operation: 'revokeSeat',
      actor,
      source: null,
      seatId: emulator.ref('acme/eve'),
      seat: null,
      status: 404,
      code: 'ResourceNotFound',
    },
    {
      operation: 'assignSeat',
      actor,
      source,
      recipient: 'ada@example.com',
      seat: null,
      status: 400,
      code: 'SeatAlreadyAssigned',
    },
    { ...emptyFields, operation: 'assignSeat', address, status: 403, code: 'CrossSiteRequest' },
    {
      operation: 'claimSeat',
      actor: null,
      address,
      seatId: emulator.ref('acme/pia'),
      seat: { status: 'claimed' },
      ...success,
    },
    { ...emptyFields, operation: 'listSeats', source, status: 401, code: 'Unauthorized' },
  ])
  const text = JSON.stringify(events)
  for (const secret of [invitation_token, customer_session_token, 'polar_']) expect(text).not.toContain(secret)
})

test('if `onAudit` fails, the answer is 500 and the error is reported', async () => {
  const auditError = new Error('the audit log is full')
  const { send, emulator, errors } = await startGuard({ onAudit: () => Promise.reject(auditError) })
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(500)
  expect(errors).toEqual([auditError])
})
