import { describe, expect, test } from 'vitest'
import { apiCalls, unknownId } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, storages } from './support/storages.ts'

const dayInSeconds = 24 * 3600

describe.each(storages)('claiming a seat, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator(storage, { seed })
    return { emulator, ref: emulator.ref, ...apiCalls(emulator) }
  }

  test('an invitation can be read and claimed once, and the claim creates a session', async () => {
    const { ref, assign, invitationToken, claimInfo, claim, call, list } = await prepareEmulator()
    const seat = await assign({ email: 'bob@example.com' })
    const token = invitationToken('bob@example.com')
    expect((await claimInfo(token)).body).toEqual({
      product_name: 'Team',
      product_id: ref('acme/team'),
      organization_name: 'Acme',
      organization_slug: 'acme',
      customer_email: 'bob@example.com',
      can_claim: true,
    })
    const claimed = await claim(token)
    expect(claimed.body.seat).toMatchObject({
      id: seat.body.id,
      status: 'claimed',
      invitation_token_expires_at: seat.body.invitation_token_expires_at,
    })
    const portal = await call('GET', `/v1/customer-portal/seats?subscription_id=${ref('acme/sub')}`, {
      token: claimed.body.customer_session_token,
    })
    expect(portal.body.seats).toEqual((await list()).body.seats)

    expect(await claim(token)).toMatchObject({ status: 400, body: { error: 'InvalidInvitationToken' } })
    expect(await claimInfo(token)).toMatchObject({ status: 404, body: { error: 'ResourceNotFound' } })
  })

  test('an invitation expires after a day, even if it is sent again', async () => {
    const { emulator, assign, invitationToken, claimInfo, claim, resend } = await prepareEmulator()
    const seat = await assign({ email: 'bob@example.com' })
    const token = invitationToken('bob@example.com')
    emulator.advance(dayInSeconds - 60)
    expect((await claimInfo(token)).status).toBe(200)
    emulator.advance(61)
    expect((await claimInfo(token)).status).toBe(404)
    const resent = await resend(seat.body.id)
    expect(resent.body).toEqual(seat.body)
    expect(invitationToken('bob@example.com')).toBe(token)
    expect((await claim(token)).body.error).toBe('InvalidInvitationToken')
  })

  test('only a pending invitation can be sent again', async () => {
    const { emulator, assign, claim, invitationToken, resend, revoke } = await prepareEmulator()
    const seat = await assign({ email: 'bob@example.com' })
    await resend(seat.body.id)
    expect(emulator.outbox('bob@example.com')).toHaveLength(2)
    await claim(invitationToken('bob@example.com'))
    const notPending = { error: 'SeatNotPending', detail: 'Seat is not in pending status' }
    expect((await resend(seat.body.id)).body).toEqual(notPending)
    await revoke(seat.body.id)
    expect((await resend(seat.body.id)).body).toEqual(notPending)
    expect(await resend(unknownId)).toMatchObject({ status: 404, body: { detail: 'Seat not found' } })
  })

  test('a revoke returns the former occupant, later reads return no occupant, and a second revoke changes nothing', async () => {
    const { assign, invitationToken, claimInfo, revoke, list } = await prepareEmulator()
    const seat = await assign({ email: 'bob@example.com' })
    const token = invitationToken('bob@example.com')
    const revoked = await revoke(seat.body.id)
    expect(revoked.body).toMatchObject({
      status: 'revoked',
      customer_id: null,
      member_id: null,
      email: null,
      customer_email: 'bob@example.com',
      member: { email: 'bob@example.com' },
    })
    expect((await claimInfo(token)).status).toBe(404)
    const secondRevoke = await revoke(seat.body.id)
    expect(secondRevoke.body).toMatchObject({
      member: null,
      customer_email: null,
      modified_at: revoked.body.modified_at,
    })
    expect((await list()).body).toMatchObject({ seats: [secondRevoke.body], available_seats: 10 })
  })

  test('without the member model, the session of a claim belongs to the paying customer', async () => {
    const { ref, assign, invitationToken, claim, call } = await prepareEmulator()
    const source = { subscription_id: ref('legacy/sub') }
    const seat = await assign({ ...source, email: 'bob@example.com' }, { token: 'polar_oat_legacy' })
    const { body } = await claim(invitationToken('bob@example.com'))
    expect(body.seat.customer_id).toBe(seat.body.customer_id)
    const portal = await call('GET', `/v1/customer-portal/seats?subscription_id=${source.subscription_id}`, {
      token: body.customer_session_token,
    })
    expect(portal.status).toBe(200)
  })
})
