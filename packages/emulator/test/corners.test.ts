import { describe, expect, test } from 'vitest'
import type { Seed } from '../src/exports/index.ts'
import { apiCalls } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'

type OrganizationSeed = NonNullable<Seed['organizations']>[number]

const acmeSeed = (organization: Partial<OrganizationSeed>): Seed => ({
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      customers: [{ ref: 'jane', email: 'jane@example.com', external_id: 'cus_jane' }],
      subscriptions: [{ ref: 'sub', seats: 5, roster: [{ ref: 'bob', email: 'bob@example.com', status: 'pending' }] }],
      ...organization,
    },
  ],
})

describe.each(storages)('rare cases, with data %s', (storage) => {
  const prepareEmulator = async (organization: Partial<OrganizationSeed> = {}) => {
    const emulator = await startTestEmulator(storage, { seed: acmeSeed(organization) })
    const token = emulator.outbox('bob@example.com')[0]?.invitation_token ?? ''
    return { emulator, token, bob: () => emulator.ref('acme/bob'), ...apiCalls(emulator) }
  }
  const roster = [{ ref: 'bob', email: 'bob@example.com', status: 'pending' as const }]

  test('the seats of a deleted subscription cannot be listed or assigned, but can be revoked', async () => {
    const { assign, list, revoke, resend, bob, claimInfo, token } = await prepareEmulator({
      subscriptions: [{ ref: 'sub', deleted: true, roster }],
    })
    const notFound = { status: 404, body: { error: 'ResourceNotFound', detail: 'Subscription not found' } }
    expect(await list()).toMatchObject(notFound)
    expect(await assign({ email: 'eve@example.com' })).toMatchObject(notFound)
    expect((await claimInfo(token)).status).toBe(200)
    expect((await resend(bob())).status).toBe(200)
    expect(await revoke(bob())).toMatchObject({ status: 200, body: { status: 'revoked' } })
    expect((await revoke(bob())).status).toBe(200)
  })

  test('a deleted order is not found', async () => {
    const { emulator, list } = await prepareEmulator({ orders: [{ ref: 'ord', deleted: true }] })
    const answer = await list({ order_id: emulator.ref('acme/ord') })
    expect(answer).toMatchObject({ status: 404, body: { detail: 'Order not found' } })
  })

  test('the seats of an order without a product can be listed, but not assigned, revoked or claimed', async () => {
    const { emulator, assign, list, revoke, claim, claimInfo, token, bob } = await prepareEmulator({
      subscriptions: [{ ref: 'sub' }],
      orders: [{ ref: 'ord', product: null, seats: 3, roster }],
    })
    const order_id = emulator.ref('acme/ord')
    expect(await assign({ subscription_id: undefined, order_id, email: 'eve@example.com' })).toMatchObject({
      status: 400,
      body: { error: 'SeatNotAvailable', detail: 'Container has no associated product' },
    })
    expect((await list({ order_id })).body.available_seats).toBe(2)
    expect((await revoke(bob())).status).toBe(404)
    expect((await claimInfo(token)).status).toBe(404)
    expect((await claim(token)).status).toBe(400)
  })

  test.each(['paid', 'refunded', 'partially_refunded'] as const)(
    'the seats of an order that is %s can be assigned',
    async (status) => {
      const { emulator, assign } = await prepareEmulator({ orders: [{ ref: 'ord', status }] })
      const order_id = emulator.ref('acme/ord')
      expect((await assign({ subscription_id: undefined, order_id, email: 'eve@example.com' })).status).toBe(200)
    },
  )

  test('an invitation of a deleted customer can be read, but not claimed', async () => {
    const { emulator, claimInfo, claim, token, assign, session, list } = await prepareEmulator({
      customers: [{ ref: 'jane', email: 'jane@example.com', external_id: 'cus_jane', deleted: true }],
    })
    expect((await claimInfo(token)).status).toBe(200)
    expect(await claim(token)).toMatchObject({ status: 400, body: { error: 'InvalidInvitationToken' } })
    expect((await list()).status).toBe(200)
    expect((await session({ customer_id: emulator.ref('acme/jane') })).status).toBe(422)
    expect((await assign({ customer_id: emulator.ref('acme/jane') })).body.error).toBe('InvalidSeatAssignmentRequest')
    expect((await assign({ external_customer_id: 'cus_jane' })).body.error).toBe('InvalidSeatAssignmentRequest')
    expect((await assign({ email: 'jane@example.com' })).status).toBe(200)
  })

  test('without the member model, an assign to the email of a deleted customer creates a new customer', async () => {
    const { emulator, assign } = await prepareEmulator({
      member_model_enabled: false,
      customers: [{ ref: 'max' }, { ref: 'ida', email: 'ida@example.com', deleted: true }],
    })
    const { status, body } = await assign({ email: 'ida@example.com' })
    expect(status).toBe(200)
    expect(body.customer_id).not.toBe(emulator.ref('acme/ida'))
    expect((await assign({ customer_id: emulator.ref('acme/ida') })).body.error).toBe('CustomerNotFound')
  })

  test('an invitation of a blocked organization cannot be read, but can be claimed', async () => {
    const { emulator, claimInfo, claim, token } = await prepareEmulator({
      blocked: true,
      webhooks: [{ url: 'http://127.0.0.1:9/hooks' }],
    })
    const info = await claimInfo(token)
    expect(info).toMatchObject({ status: 404, body: { error: 'ResourceNotFound', detail: 'Organization not found' } })
    expect(await claim(token)).toMatchObject({ status: 200, body: { seat: { status: 'claimed' } } })
    expect(emulator.deliveries()).toEqual([])
  })

  test('without the member model, the seat of an occupant without an email has neither an email nor a member', async () => {
    const { emulator, assign, resend, list } = await prepareEmulator({
      member_model_enabled: false,
      customers: [{ ref: 'max' }, { ref: 'nameless', email: null, external_id: 'cus_nameless' }],
      subscriptions: [{ ref: 'sub' }],
    })
    const { status, body } = await assign({ external_customer_id: 'cus_nameless' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'pending',
      customer_id: emulator.ref('acme/nameless'),
      member_id: null,
      member: null,
      email: null,
      customer_email: null,
    })
    expect(emulator.outbox()).toEqual([])
    expect(await resend(body.id)).toMatchObject({ status: 400, body: { error: 'InvalidInvitationToken' } })
    expect((await list()).body.available_seats).toBe(4)
    expect((await assign({ customer_id: emulator.ref('acme/nameless') })).body.error).toBe('SeatAlreadyAssigned')
  })

  test('an empty external_member_id beside an email counts as absent', async () => {
    for (const member_model_enabled of [true, false]) {
      const { assign } = await prepareEmulator({ member_model_enabled })
      for (const email of ['eve@example.com', 'pat@example.com']) {
        const { status, body } = await assign({ email, external_member_id: '' })
        expect(status).toBe(200)
        expect(body.member?.external_id).toBeNull()
      }
    }
  })
})
