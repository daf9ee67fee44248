import type { CustomerSeat } from '@seats/core'
import { memoryStore } from '@seats/server'
import { describe, expect, test } from 'vitest'
import { signedRequest } from '../sign.ts'
import { assignedEvent, createEvent, pendingSeat, createTestWebhookHandler } from '../createTestWebhookHandler.ts'
import { startGuard } from '../startGuard.ts'

describe('the callback of a revoke gets the person who lost the seat', () => {
  const revokedSeat = {
    ...pendingSeat,
    status: 'revoked',
    email: null,
    customer_id: null,
    customer_email: null,
    revoked_at: '2026-08-03T10:00:00Z',
  }
  const revokeDelivery = (data: unknown = revokedSeat) =>
    signedRequest(createEvent('customer_seat.revoked', data), { id: 'revoke' })
  const emptyNames = { member_id: null, external_member_id: null, name: null }

  test('from the event’s member', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
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
    await handler(revokeDelivery({ ...revokedSeat, member }))
    const occupant = { email: 'ada@example.com', member_id: 'm', external_member_id: 'usr_1', name: 'Ada' }
    expect(handledEvents).toMatchObject([{ occupant }])
  })

  test('from the event’s customer_email', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    await handler(revokeDelivery({ ...revokedSeat, customer_email: 'ada@example.com' }))
    expect(handledEvents).toMatchObject([{ occupant: { email: 'ada@example.com', ...emptyNames } }])
  })

  test('from the store, even on the second attempt', async () => {
    const occupants: unknown[] = []
    const { handler } = createTestWebhookHandler({
      on: {
        'customer_seat.revoked': ({ occupant }) => {
          occupants.push(occupant)
          if (occupants.length === 1) throw new Error('not yet')
        },
      },
    })
    await handler(signedRequest(assignedEvent))
    expect([(await handler(revokeDelivery())).status, (await handler(revokeDelivery())).status]).toEqual([500, 200])
    const ada = { email: 'ada@example.com', ...emptyNames }
    expect(occupants).toEqual([ada, ada])
    // The stored occupant is deleted after the event.
    await handler(signedRequest(createEvent('customer_seat.revoked', revokedSeat), { id: 'another' }))
    expect(occupants).toEqual([ada, ada, null])
  })

  test('or null if the person is unknown', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    await handler(revokeDelivery())
    expect(handledEvents).toMatchObject([{ occupant: null }])
  })

  // The same seat with another occupant.
  const nextSeat = {
    ...pendingSeat,
    email: 'eve@example.com',
    customer_email: 'eve@example.com',
    modified_at: '2026-08-04T10:00:00Z',
    invitation_token_expires_at: '2026-08-05T10:00:00Z',
  }
  const nextRevokedSeat = {
    ...revokedSeat,
    modified_at: '2026-08-06T10:00:00Z',
    invitation_token_expires_at: nextSeat.invitation_token_expires_at,
    revoked_at: '2026-08-06T10:00:00Z',
  }
  const [ada, eve] = [{ occupant: { email: 'ada@example.com' } }, { occupant: { email: 'eve@example.com' } }]
  const nextAssigned = () => signedRequest(createEvent('customer_seat.assigned', nextSeat), { id: 'next' })
  const nextRevokeDelivery = () =>
    signedRequest(createEvent('customer_seat.revoked', nextRevokedSeat), { id: 'next revoke' })

  test('for each assignment, in any order of events', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    await handler(nextAssigned())
    await handler(signedRequest(assignedEvent, { id: 'late' }))
    await handler(revokeDelivery())
    await handler(nextRevokeDelivery())
    expect(handledEvents.slice(2)).toMatchObject([ada, eve])
  })

  test('and not the previous occupant if the event of the previous assignment arrives after its revoke', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    await handler(revokeDelivery())
    await handler(signedRequest(assignedEvent, { id: 'late' }))
    await handler(nextRevokeDelivery())
    expect(handledEvents).toMatchObject([{ occupant: null }, assignedEvent, { occupant: null }])
  })

  test('and not the previous occupant if the callback of the previous assignment failed and is called again after the revoke', async () => {
    const occupants: unknown[] = []
    let failures = 1
    const { handler } = createTestWebhookHandler({
      on: {
        'customer_seat.assigned': () => {
          if (failures-- > 0) throw new Error('not yet')
        },
        'customer_seat.revoked': ({ occupant }) => void occupants.push(occupant),
      },
    })
    expect((await handler(signedRequest(assignedEvent))).status).toBe(500)
    await handler(revokeDelivery())
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
    await handler(nextRevokeDelivery())
    expect(occupants).toMatchObject([ada.occupant, null])
  })

  test('and not the previous occupant if both assignments are handled at the same time', async () => {
    const store = memoryStore()
    const storeMayWrite = Promise.withResolvers<void>()
    const { handler, handledEvents } = createTestWebhookHandler({
      store: {
        ...store,
        set: async (key, value, options) => {
          if (value.includes('ada@example.com')) await storeMayWrite.promise
          return store.set(key, value, options)
        },
      },
    })
    const formerDelivery = handler(signedRequest(assignedEvent))
    await handler(nextAssigned())
    storeMayWrite.resolve()
    await formerDelivery
    await handler(nextRevokeDelivery())
    expect(handledEvents.at(-1)).toMatchObject(eve)
  })

  test('with the details of the claim, even if the assignment arrives later', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    const claimed = { ...pendingSeat, status: 'claimed', member_id: 'm', claimed_at: '2026-08-01T12:00:00Z' }
    await handler(signedRequest(createEvent('customer_seat.claimed', claimed), { id: 'claim' }))
    await handler(signedRequest(assignedEvent))
    await handler(revokeDelivery({ ...revokedSeat, claimed_at: claimed.claimed_at }))
    expect(handledEvents.at(-1)).toMatchObject({ occupant: { email: 'ada@example.com', member_id: 'm' } })
  })

  test('even if they got the seat without an invitation', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    const times = { invitation_token_expires_at: null, claimed_at: '2026-08-01T10:00:00Z' }
    await handler(signedRequest(createEvent('customer_seat.claimed', { ...pendingSeat, ...times, status: 'claimed' })))
    await handler(revokeDelivery({ ...revokedSeat, ...times }))
    expect(handledEvents.at(-1)).toMatchObject(ada)
  })

  test('from a change that went through the guard', async () => {
    const store = memoryStore()
    const { send, emulator } = await startGuard({ store })
    const { handler, handledEvents } = createTestWebhookHandler({ store })
    const resent = await send('POST', `/v1/customer-seats/${emulator.ref('acme/pia')}/resend`)
    const { id, invitation_token_expires_at } = (await resent.json()) as CustomerSeat
    await handler(revokeDelivery({ ...revokedSeat, id, invitation_token_expires_at }))
    expect(handledEvents).toMatchObject([{ occupant: { email: 'pia@example.com' } }])
  })
})
