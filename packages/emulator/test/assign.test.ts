import { describe, expect, test } from 'vitest'
import { apiCalls, unknownId } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, storages } from './support/storages.ts'

const withoutMemberModel = { token: 'polar_oat_legacy' }

describe.each(storages)('assigning a seat, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator(storage, { seed })
    return { emulator, ref: emulator.ref, ...apiCalls(emulator) }
  }

  test('an assign creates a member with a pending seat, and sends the invitation', async () => {
    const { emulator, ref, assign } = await prepareEmulator()
    const { status, body } = await assign({
      email: 'Bob@Example.COM',
      metadata: { role: 'dev', deep: [1, { a: null }] },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'pending',
      subscription_id: ref('acme/sub'),
      order_id: null,
      customer_id: ref('acme/jane'),
      email: 'Bob@example.com',
      customer_email: 'Bob@example.com',
      member: { email: 'Bob@example.com', customer_id: ref('acme/jane'), role: 'member', external_id: null },
      seat_metadata: { role: 'dev', deep: [1, { a: null }] },
      claimed_at: null,
      modified_at: null,
    })
    const [email] = emulator.outbox()
    expect(email).toMatchObject({
      to: 'Bob@example.com',
      seat_id: body.id,
      subject: "You've been invited to access Team",
    })
    expect(email?.invitation_token).toMatch(/^[\w-]{43}$/)
    expect(email?.claim_url).toBe(`${emulator.url}/acme/portal/claim?token=${email?.invitation_token}`)
    expect(JSON.stringify(body)).not.toContain(email?.invitation_token)
  })

  test('an immediate claim sends no invitation', async () => {
    const { emulator, assign } = await prepareEmulator()
    const { body } = await assign({ email: 'bob@example.com', immediate_claim: 'true' })
    expect(body).toMatchObject({ status: 'claimed', invitation_token_expires_at: null })
    expect(emulator.outbox()).toEqual([])
  })

  test('a person gets one seat, even with another case of the email address', async () => {
    const { assign, list } = await prepareEmulator()
    await assign({ email: 'bob@example.com' })
    const { status, body } = await assign({ email: 'BOB@example.com' })
    expect(status).toBe(400)
    expect(body).toEqual({ error: 'SeatAlreadyAssigned', detail: 'Seat already assigned to customer bob@example.com' })
    expect((await list()).body.seats).toHaveLength(1)
  })

  test('an assign fails if all seats are taken, and the error names the subscription or order', async () => {
    const { ref, assign, list } = await prepareEmulator()
    const source = { subscription_id: ref('acme/tiny') }
    expect((await assign({ ...source, email: 'one@example.com' })).status).toBe(200)
    expect((await assign({ ...source, email: 'two@example.com' })).body).toEqual({
      error: 'SeatNotAvailable',
      detail: `No available seats for ${ref('acme/tiny')}`,
    })
    expect((await list(source)).body).toMatchObject({ available_seats: 0, total_seats: 1 })
  })

  test('an assign reuses a revoked row: the id stays, the person and the token change', async () => {
    const { ref, emulator, assign, revoke, list } = await prepareEmulator()
    const source = { subscription_id: ref('acme/tiny') }
    const first = await assign({ ...source, email: 'one@example.com', metadata: { a: 1 } })
    await revoke(first.body.id)
    const secondAssign = await assign({ ...source, email: 'two@example.com' })
    expect(secondAssign.body).toMatchObject({
      id: first.body.id,
      email: 'two@example.com',
      seat_metadata: {},
      revoked_at: null,
    })
    expect(secondAssign.body.modified_at).not.toBeNull()
    expect((await list(source)).body.seats).toHaveLength(1)
    const [newer, older] = emulator.outbox()
    expect(newer?.invitation_token).not.toBe(older?.invitation_token)
  })

  test('an assign finds members by id and by external id, and gives a new external id to the member with the given email', async () => {
    const { ref, assign } = await prepareEmulator()
    expect((await assign({ member_id: ref('acme/bill') })).body.member_id).toBe(ref('acme/bill'))
    expect((await assign({ external_member_id: 'usr_alice' })).body.member_id).toBe(ref('acme/alice'))
    expect((await assign({ external_member_id: 'usr_none' })).body).toEqual({
      error: 'MemberNotFound',
      detail: 'Member not found: usr_none',
    })
    expect((await assign({ member_id: unknownId })).body.detail).toBe(`Member not found: ${unknownId}`)
    const unlinked = await assign({ subscription_id: ref('acme/tiny'), email: 'new@example.com' })
    const linked = await assign({ external_member_id: 'usr_new', email: 'new@example.com' })
    expect([unlinked.body.member?.external_id, linked.body.member_id]).toEqual([null, unlinked.body.member_id])
    expect(linked.body.member).toMatchObject({ external_id: 'usr_new', email: 'new@example.com' })
    expect((await assign({ external_member_id: 'usr_bill', email: 'other@example.com' })).body).toEqual({
      error: 'MemberEmailMismatch',
      detail: "Member with external_member_id 'usr_bill' exists but has a different email than 'other@example.com'",
    })
    expect((await assign({ external_member_id: 'usr_other', email: 'new@example.com' })).body.error).toBe(
      'MemberEmailMismatch',
    )
  })

  test('with the member model, an assign to another customer gives the seat to the paying customer’s member with the same email', async () => {
    const { ref, assign } = await prepareEmulator()
    const { body } = await assign({ external_customer_id: 'cus_zoe' })
    expect(body).toMatchObject({ customer_id: ref('acme/jane'), email: 'zoe@example.com' })
    expect((await assign({ customer_id: ref('acme/zoe') })).body.error).toBe('SeatAlreadyAssigned')
    expect((await assign({ customer_id: ref('legacy/ida') })).body).toEqual({
      error: 'InvalidSeatAssignmentRequest',
      detail: 'Customer not found for the provided customer_id or external_customer_id.',
    })
  })

  test('without the member model, the occupant becomes a customer of their own', async () => {
    const { ref, assign } = await prepareEmulator()
    const source = { subscription_id: ref('legacy/sub') }
    const bob = await assign({ ...source, email: 'bob@example.com' }, withoutMemberModel)
    expect(bob.body.customer_id).not.toBe(ref('legacy/max'))
    expect(bob.body.member).toMatchObject({ customer_id: ref('legacy/max'), email: 'bob@example.com' })
    const ida = await assign({ ...source, external_customer_id: 'cus_ida' }, withoutMemberModel)
    expect(ida.body).toMatchObject({ customer_id: ref('legacy/ida'), customer_email: 'ida@example.com' })
    expect((await assign({ ...source, customer_id: ref('legacy/ida') }, withoutMemberModel)).body.detail).toBe(
      `Seat already assigned to customer ${ref('legacy/ida')}`,
    )
    expect((await assign({ ...source, external_customer_id: 'cus_none' }, withoutMemberModel)).body).toEqual({
      error: 'CustomerNotFound',
      detail: 'Customer not found: cus_none',
    })
  })

  test('the seats of an order can be assigned once the order is paid', async () => {
    const { ref, assign, list } = await prepareEmulator()
    const order = { subscription_id: null, order_id: ref('acme/ord') }
    expect((await assign({ ...order, email: 'bob@example.com' })).body).toMatchObject({
      order_id: ref('acme/ord'),
      subscription_id: null,
    })
    expect((await list({ order_id: ref('acme/ord') })).body.available_seats).toBe(4)
    expect(
      (await assign({ subscription_id: null, order_id: ref('acme/unpaid'), email: 'bob@example.com' })).body,
    ).toEqual({
      error: 'SeatNotAvailable',
      detail: 'Order must be paid before assigning seats',
    })
  })

  test('calls are refused if the token belongs to another organization or lacks the scope, or without seat-based pricing', async () => {
    const { ref, assign, list, revoke, resend } = await prepareEmulator()
    const seat = (await assign({ email: 'bob@example.com' })).body.id
    for (const answer of [
      await assign({ email: 'bob@example.com' }, withoutMemberModel),
      await list(undefined, withoutMemberModel),
      await list({ order_id: ref('acme/ord') }, withoutMemberModel),
      await revoke(seat, withoutMemberModel),
      await resend(seat, withoutMemberModel),
    ]) {
      expect(answer.status).toBe(404)
      expect(answer.body.error).toBe('ResourceNotFound')
    }
    const withoutSeatPricing = { token: 'polar_oat_rival' }
    expect(
      (await assign({ subscription_id: ref('rival/sub'), email: 'a@example.com' }, withoutSeatPricing)).body,
    ).toEqual({
      error: 'FeatureNotEnabled',
      detail: 'Seat-based pricing is not enabled for this organization',
    })
    const reader = await assign({ email: 'a@example.com' }, { token: 'polar_oat_reader' })
    expect(reader.status).toBe(403)
    expect(reader.headers.get('www-authenticate')).toContain('scope="customer_seats:write", error="insufficient_scope"')
    expect((await list(undefined, { token: 'polar_oat_reader' })).status).toBe(200)
  })

  test('an empty identifier counts as given, as on the real server; without the member model, an empty member id is ignored', async () => {
    const { ref, assign } = await prepareEmulator()
    expect((await assign({ external_member_id: '' })).body.detail).toBe('Member not found: ')
    expect((await assign({ external_customer_id: '' })).body.error).toBe('InvalidSeatAssignmentRequest')
    const source = { subscription_id: ref('legacy/sub') }
    expect((await assign({ ...source, external_customer_id: '' }, withoutMemberModel)).body.detail).toBe(
      'Customer not found: None',
    )
    expect((await assign({ ...source, external_member_id: '' }, withoutMemberModel)).body.detail).toBe(
      'Exactly one of email, external_customer_id, or customer_id must be provided',
    )
  })
})
