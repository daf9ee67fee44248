import { describe, expect, test } from 'vitest'
import { apiOf, nobody } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { start, storages } from './support/storages.ts'

const day = 24 * 3600

describe.each(storages)('claiming, %s', (storage) => {
  const prepare = async () => {
    const emulator = await start(storage, { seed })
    return { emulator, ref: emulator.ref, ...apiOf(emulator) }
  }

  test('shows an invitation, claims it once, and opens a session', async () => {
    const { ref, assign, invitation, claimInfo, claim, call, list } = await prepare()
    const seat = await assign({ email: 'bob@example.com' })
    const token = invitation('bob@example.com')
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

  test('expires an invitation after a day, and a resend does not change that', async () => {
    const { emulator, assign, invitation, claimInfo, claim, resend } = await prepare()
    const seat = await assign({ email: 'bob@example.com' })
    const token = invitation('bob@example.com')
    emulator.advance(day - 60)
    expect((await claimInfo(token)).status).toBe(200)
    emulator.advance(61)
    expect((await claimInfo(token)).status).toBe(404)
    const resent = await resend(seat.body.id)
    expect(resent.body).toEqual(seat.body)
    expect(invitation('bob@example.com')).toBe(token)
    expect((await claim(token)).body.error).toBe('InvalidInvitationToken')
  })

  test('resends only pending invitations', async () => {
    const { emulator, assign, claim, invitation, resend, revoke } = await prepare()
    const seat = await assign({ email: 'bob@example.com' })
    await resend(seat.body.id)
    expect(emulator.outbox('bob@example.com')).toHaveLength(2)
    await claim(invitation('bob@example.com'))
    const notPending = { error: 'SeatNotPending', detail: 'Seat is not in pending status' }
    expect((await resend(seat.body.id)).body).toEqual(notPending)
    await revoke(seat.body.id)
    expect((await resend(seat.body.id)).body).toEqual(notPending)
    expect(await resend(nobody)).toMatchObject({ status: 404, body: { detail: 'Seat not found' } })
  })

  test('revokes: the occupant is shown once more and then gone, and a second revoke changes nothing', async () => {
    const { assign, invitation, claimInfo, revoke, list } = await prepare()
    const seat = await assign({ email: 'bob@example.com' })
    const token = invitation('bob@example.com')
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
    const again = await revoke(seat.body.id)
    expect(again.body).toMatchObject({ member: null, customer_email: null, modified_at: revoked.body.modified_at })
    expect((await list()).body).toMatchObject({ seats: [again.body], available_seats: 10 })
  })

  test('claims in an older organization with the purchaser behind the session', async () => {
    const { ref, assign, invitation, claim, call } = await prepare()
    const source = { subscription_id: ref('legacy/sub') }
    const seat = await assign({ ...source, email: 'bob@example.com' }, { token: 'polar_oat_legacy' })
    const { body } = await claim(invitation('bob@example.com'))
    expect(body.seat.customer_id).toBe(seat.body.customer_id)
    const portal = await call('GET', `/v1/customer-portal/seats?subscription_id=${source.subscription_id}`, {
      token: body.customer_session_token,
    })
    expect(portal.status).toBe(200)
  })
})
