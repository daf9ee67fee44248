import { describe, expect, test } from 'vitest'
import type { LifecycleEvent } from '../src/exports/index.ts'
import { startCli } from './support/cli.ts'
import { start, storages, temporaryDirectory } from './support/storages.ts'
import { inSeptember, teamOf, teamSeed } from './support/team.ts'

const revoked = 'customer_seat.revoked'
const updated = 'subscription.updated'
const state = 'customer.state_changed'

const prepare = async (
  organization: Parameters<typeof teamSeed>[0] = {},
  storage: (typeof storages)[number] = 'in memory',
) => {
  const emulator = await start(storage, {
    now: inSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamOf(emulator)
  /** Returns the kinds of events since the last call. */
  let seen = 0
  const news = () => {
    const all = team.events()
    const fresh = all.slice(seen)
    seen = all.length
    return fresh
  }
  const turn = (event: LifecycleEvent) => emulator.lifecycle('acme/sub', event)
  const seated = async () => {
    const path = `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`
    const { body } = await team.send('GET', path)
    return (body['seats'] as unknown as Array<{ status: string }>).filter(({ status }) => status !== 'revoked').length
  }
  const mails = () => emulator.outbox().filter(({ claim_url }) => claim_url === '')
  return { emulator, news, turn, seated, mails, ...team }
}

describe.each(storages)('the life of a team, %s', (storage) => {
  test('a failed payment revokes every seat, invitations too, and recovering gives none back', async () => {
    const { emulator, news, turn, seated, mails, get } = await prepare({}, storage)
    expect(turn('payment_failed')).toEqual({ id: emulator.ref('acme/sub'), status: 'past_due' })
    expect(news()).toEqual([updated, 'subscription.past_due', revoked, revoked, state])
    expect(
      mails()
        .map(({ to, subject }) => `${to}: ${subject}`)
        .toSorted(),
    ).toEqual(['bill@example.com: Your Team payment failed', 'jane@example.com: Your Team payment failed'])
    expect(await seated()).toBe(0)
    turn('payment_recovered')
    expect(news()).toEqual([updated, 'subscription.active', state])
    expect((await get()).body).toMatchObject({ status: 'active', past_due_at: null })
    expect(await seated()).toBe(0)
    turn('payment_failed')
    news()
    turn('payment_given_up')
    expect(news()).toEqual([updated, 'subscription.canceled', 'subscription.revoked', state])
    expect(mails()[0]?.subject).toBe('Your Team subscription has ended')
  })

  test('a revoked seat still names its occupant', async () => {
    const { emulator, turn, eventData } = await prepare({}, storage)
    turn('payment_failed')
    expect(eventData(revoked)).toMatchObject([
      {
        id: emulator.ref('acme/seat_alice'),
        customer_email: 'alice@example.com',
        member: { email: 'alice@example.com' },
        email: null,
      },
      { id: emulator.ref('acme/seat_bob'), customer_email: 'bob@example.com', member_id: null },
    ])
  })
})

test('seats stay during the grace period, until an attempt after it', async () => {
  const { emulator, news, turn, seated } = await prepare({ benefit_revocation_grace_period: 7 })
  turn('payment_failed')
  expect(news()).toEqual([updated, 'subscription.past_due', state])
  emulator.advance(7 * 86_400 - 60)
  turn('payment_retry_failed')
  expect(await seated()).toBe(2)
  emulator.advance(120)
  expect(await seated()).toBe(2)
  turn('payment_retry_failed')
  expect(news()).toEqual([revoked, revoked])
  expect(await seated()).toBe(0)
})

describe('the end of a period', () => {
  test('renews, applies the scheduled change, and charges the card', async () => {
    const { news, turn, change, get, eventData } = await prepare()
    await change({ seats: 12, proration_behavior: 'next_period' })
    news()
    turn('period_end')
    expect(news()).toEqual(['subscription.cycled', updated, 'order.created', 'order.updated', 'order.paid', state])
    const { body } = await get()
    expect(body).toMatchObject({ seats: 12, amount: 9600, pending_update: null })
    expect(String(body['current_period_end'])).toMatch(/^2026-11-01/)
    expect(eventData('order.paid')).toMatchObject([
      { total_amount: 9600, items: [{ label: 'Team (12 seats) — From Oct 1, 2026 to Nov 1, 2026', proration: false }] },
    ])
  })

  test('without a card makes the subscription past due', async () => {
    const customers = [{ ref: 'jane', email: 'jane@example.com', type: 'team' as const }, { ref: 'solo_customer' }]
    const { news, turn, eventData } = await prepare({ customers })
    turn('period_end')
    expect(news()).toEqual([
      'subscription.cycled',
      updated,
      'order.created',
      updated,
      'subscription.past_due',
      revoked,
      revoked,
      'order.updated',
      state,
      state,
    ])
    expect(eventData('order.updated')).toMatchObject([
      { status: 'pending', next_payment_attempt_at: expect.any(String) },
    ])
    turn('payment_given_up')
    expect(news()).toEqual([updated, 'subscription.canceled', 'subscription.revoked', 'order.updated', state])
    expect(eventData('order.updated').at(-1)).toMatchObject({ status: 'void', next_payment_attempt_at: null })
  })

  test('ends a canceled subscription, and sends the webhook again', async () => {
    const { news, turn, change, seated } = await prepare()
    await change({ cancel_at_period_end: true })
    expect(news()).toEqual([updated, 'subscription.canceled', state])
    expect(await seated()).toBe(2)
    turn('period_end')
    expect(news()).toEqual([revoked, revoked, updated, 'subscription.canceled', 'subscription.revoked', state])
    expect(await seated()).toBe(0)
  })

  test('pauses, and a resumed team pays for a new period and has no seats', async () => {
    const { news, turn, change, seated, mails } = await prepare({ benefit_revocation_grace_period: 7 })
    await change({ pause_at_period_end: true })
    expect(mails()[0]?.subject).toBe('Your Team subscription is paused')
    news()
    turn('period_end')
    expect(news()).toEqual([revoked, revoked, updated, 'subscription.paused', state])
    expect((await change({ resume: true })).body).toMatchObject({ status: 'active', paused_at: null })
    expect(news()).toEqual([updated, 'subscription.resumed', 'order.created', 'order.updated', 'order.paid', state])
    expect(mails()[0]?.subject).toBe('Your Team subscription has resumed')
    expect(await seated()).toBe(0)
  })
})

test('paying by invoice while past due makes the subscription active again', async () => {
  const { news, turn, change, get } = await prepare()
  turn('payment_failed')
  news()
  expect((await change({ seats: 5, proration_behavior: 'invoice' })).body['status']).toBe('past_due')
  expect(news()).toEqual([
    'order.created',
    updated,
    updated,
    'subscription.active',
    'order.updated',
    'order.paid',
    state,
    state,
  ])
  expect((await get()).body['status']).toBe('active')
})

describe('a turn that a subscription cannot take', () => {
  test.each([
    ['payment_recovered', 'active', 'payment_failed, period_end'],
    ['payment_retry_failed', 'active', 'payment_failed, period_end'],
    ['payment_given_up', 'active', 'payment_failed, period_end'],
  ] as const)('%s of one that is %s is refused, with the possible turns', async (event, status, possible) => {
    const { emulator, turn, events } = await prepare()
    const message = `The status ${status} does not allow ${event}. It allows ${possible}.`
    expect(() => turn(event)).toThrow(message)
    const path = `${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}/lifecycle`
    const response = await emulator.fetch(path, { method: 'POST', body: JSON.stringify({ event }) })
    expect(response.status).toBe(409)
    expect(await response.json()).toEqual({ error: 'ImpossibleTurn', detail: message, possible: possible.split(', ') })
    expect(events()).toEqual([])
  })

  test('is any turn after the end', async () => {
    const { turn, send, emulator } = await prepare()
    await send('DELETE', `/v1/subscriptions/${emulator.ref('acme/sub')}`)
    expect(() => turn('period_end')).toThrow('It allows no turn.')
  })

  test('needs a subscription and a turn that exist', async () => {
    const { emulator } = await prepare()
    expect(() => emulator.lifecycle('acme/none', 'period_end')).toThrow('There is no such subscription.')
    const path = `${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}/lifecycle`
    const response = await emulator.fetch(path, { method: 'POST', body: '{"event":"death"}' })
    expect(response.status).toBe(422)
  })
})

test('kill -9 during a lapse leaves nothing half done', { timeout: 120_000 }, async () => {
  const dataDir = temporaryDirectory()
  const roster = Array.from({ length: 300 }, (_, index) => ({ email: `p${index}@example.com` }))
  const seed = {
    organizations: [
      {
        slug: 'acme',
        tokens: [{ token: 'polar_oat_acme' }],
        subscriptions: [0, 1, 2, 3].map((number) => ({ ref: `sub${number}`, seats: 300, roster })),
      },
    ],
  }
  const cli = await startCli('--data-dir', dataDir)
  const { refs } = (await (
    await fetch(`${cli.url}/_emulator/reset`, { method: 'POST', body: JSON.stringify(seed) })
  ).json()) as { refs: Record<string, string> }
  const ids = [0, 1, 2, 3].map((number) => refs[`acme/sub${number}`] ?? '')
  const turns = ids.map((id) =>
    fetch(`${cli.url}/_emulator/subscriptions/${id}/lifecycle`, {
      method: 'POST',
      body: JSON.stringify({ event: 'payment_failed' }),
    }).then(
      ({ status }) => status,
      () => undefined,
    ),
  )
  await turns[0]
  cli.child.kill('SIGKILL')
  const answers = await Promise.all(turns)
  await cli.exit

  const emulator = await start('in memory', { dataDir })
  const { send } = teamOf(emulator)
  const lapses = await Promise.all(
    ids.map(async (id) => {
      const subscription = await send('GET', `/v1/subscriptions/${id}`)
      const list = await send('GET', `/v1/customer-seats?subscription_id=${id}`)
      return { status: subscription.body['status'], available: list.body['available_seats'] }
    }),
  )
  expect(answers[0]).toBe(200)
  lapses.forEach(({ status, available }, index) => {
    expect(available).toBe(status === 'past_due' ? 300 : 0)
    expect(answers[index] === 200 && status !== 'past_due').toBe(false)
  })
})
