import type { AuditEvent } from '@seats/server'
import { expect, test } from 'vitest'
import { startWorld } from './world.ts'

const seats = '/v1/customer-seats'

test('everything refused is audited, once it is clear what it was to be', async () => {
  const events: AuditEvent[] = []
  const { send } = await startWorld({ onAudit: (event) => void events.push(event) })
  await send('DELETE', `${seats}/not-a-uuid`)
  await send('POST', `${seats}/x%00/resend`)
  await send('GET', `${seats}/claim/..%2f..%2fcustomers`)
  await send('GET', `${seats}/claim/%0a/stream`)
  await send('GET', `${seats}/events`)
  const nothing = { actor: null, source: null, recipient: null, seatId: null, seat: null }
  const [invalid, none] = [
    { status: 422, code: 'RequestValidationError' },
    { status: 404, code: 'ResourceNotFound' },
  ]
  expect(events).toMatchObject([
    { ...nothing, operation: 'revokeSeat', ...invalid },
    { ...nothing, operation: 'resendInvitation', ...invalid },
    { ...nothing, operation: 'getClaimInfo', ...none },
    { ...nothing, operation: 'getClaimInfo', ...none },
    { ...nothing, operation: 'listSeats', ...invalid },
  ])
  // What is no operation is not.
  await send('PUT', seats)
  await send('GET', `${seats}/claim/`)
  expect(events).toHaveLength(5)
})

test('nobody writes lines of their own into a log of the audit', async () => {
  const events: AuditEvent[] = []
  const { send, emulator, grant } = await startWorld({
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
