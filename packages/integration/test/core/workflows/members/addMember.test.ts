import {
  addMember,
  createSeatsClient,
  listClaimedSubscriptions,
  listMembers,
  removeMember,
  updateMember,
  type SeatsClientOptions,
} from '@seats/core'
import { startEmulator, type Fault, type Seed } from '@seats/emulator'
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { errorOf, shortPauses } from '../../startServers.ts'

const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_all' }],
      products: [{ ref: 'team' }],
      customers: [
        {
          ref: 'jane',
          email: 'jane@example.com',
          owner_ref: 'owner',
          type: 'team',
          members: [
            { ref: 'bill', email: 'bill@example.com', name: 'Bill', role: 'billing_manager' },
            { ref: 'alice', email: 'alice@example.com', name: 'Alice' },
          ],
        },
        { ref: 'solo', email: 'solo@example.com' },
      ],
      subscriptions: [
        {
          ref: 'sub',
          product: 'team',
          customer: 'jane',
          seats: 5,
          roster: [
            { email: 'alice@example.com', status: 'claimed' },
            { email: 'pia@example.com', status: 'pending' },
          ],
        },
        { ref: 'other', product: 'team', customer: 'jane', seats: 5, roster: [] },
        {
          ref: 'third',
          product: 'team',
          customer: 'jane',
          seats: 5,
          roster: [{ email: 'alice@example.com', status: 'claimed' }],
        },
      ],
    },
    {
      slug: 'legacy',
      member_model_enabled: false,
      tokens: [{ token: 'polar_oat_legacy' }],
      products: [{ ref: 'team' }],
      customers: [{ ref: 'max', email: 'max@example.com' }],
      subscriptions: [
        {
          ref: 'sub',
          product: 'team',
          customer: 'max',
          seats: 5,
          roster: [{ ref: 'seat', email: 'max@example.com', status: 'claimed' }],
        },
      ],
    },
  ],
}

const emulator = await startEmulator({ port: 0, seed })
afterAll(() => emulator.close())

let sent: string[] = []
const createClient = (customer: string, member?: string, options: Partial<SeatsClientOptions> = {}) =>
  createSeatsClient({
    sessionToken: emulator.session(customer, member === undefined ? {} : { member }),
    baseURL: emulator.url,
    fetch: (request) => {
      sent.push(request.method)
      return fetch(request)
    },
    ...shortPauses,
    ...options,
  } as SeatsClientOptions)
const owner = () => createClient('acme/jane')
const billingManager = () => createClient('acme/jane', 'bill')
const alice = () => createClient('acme/jane', 'alice')
const memberId = (ref: string) => ({ member_id: emulator.ref(`acme/${ref}`) })
const listEmails = async () => {
  const emails: string[] = []
  for await (const { email } of await listMembers(owner())) emails.push(email)
  return emails.toSorted()
}
const injectFault = (fault: Fault['fault'], method: string, times = 1) =>
  emulator.inject({
    fault,
    match: { method, path: method === 'POST' ? '/v1/customer-portal/members' : '/v1/customer-portal/members/*' },
    times,
  })

beforeEach(() => {
  emulator.reset()
  sent = []
})

describe('members', () => {
  test('are listed from all pages', async () => {
    const page = await listMembers(owner(), { limit: 2 })
    expect(page.items).toHaveLength(2)
    expect(page.total_count).toBe(4)
    const emails: string[] = []
    for await (const { email } of page) emails.push(email)
    expect(emails.toSorted()).toEqual(['alice@example.com', 'bill@example.com', 'jane@example.com', 'pia@example.com'])
    expect(Object.keys(page)).toEqual(['items', 'total_count'])
  })

  test('can be added, and `created` is false for an existing member', async () => {
    const added = await addMember(billingManager(), { email: 'ada@example.com', name: 'Ada', role: 'billing_manager' })
    expect(added).toMatchObject({ created: true, member: { email: 'ada@example.com', role: 'billing_manager' } })
    sent = []
    const secondAdd = await addMember(billingManager(), { email: 'ADA@example.com', name: 'Another', role: 'member' })
    expect(secondAdd).toEqual({ created: false, member: added.member })
    expect(sent).not.toContain('POST')
  })

  test.each([
    ['an invalid address', () => addMember(owner(), { email: 'ada' }), 'RequestValidationError', 0],
    ['no address', () => addMember(owner(), {} as { email: string }), 'RequestValidationError', 0],
    [
      'another owner',
      () => addMember(owner(), { email: 'ada@example.com', role: 'owner' as 'member' }),
      'RequestValidationError',
      0,
    ],
    [
      'the role of the signed-in member',
      () => updateMember(billingManager(), { ...memberId('bill'), role: 'member' }),
      'RequestValidationError',
      1,
    ],
    [
      'the owner’s role',
      () => updateMember(billingManager(), { ...memberId('owner'), role: 'member' }),
      'RequestValidationError',
      1,
    ],
    [
      'a new owner by a manager',
      () => updateMember(billingManager(), { ...memberId('alice'), role: 'owner' }),
      'RequestValidationError',
      1,
    ],
    [
      'removing the signed-in member',
      () => removeMember(billingManager(), memberId('bill')),
      'RequestValidationError',
      1,
    ],
    ['removing the owner', () => removeMember(billingManager(), memberId('owner')), 'RequestValidationError', 1],
    ['a plain member who lists', () => listMembers(alice()), 'NotPermitted', 1],
    ['a plain member who adds', () => addMember(alice(), { email: 'ada@example.com' }), 'NotPermitted', 1],
    ['a plain member who removes', () => removeMember(alice(), memberId('bill')), 'NotPermitted', 1],
    ['a customer who is not a team', () => listMembers(createClient('acme/solo')), 'NotPermitted', 1],
    ['an organization without the member model', () => listMembers(createClient('legacy/max')), 'Unauthorized', 1],
    ['an invalid id', () => removeMember(owner(), { member_id: '..' }), 'RequestValidationError', 0],
    [
      'an organization token',
      () => listMembers(createSeatsClient({ accessToken: 'polar_oat_all', baseURL: emulator.url })),
      'ConfigurationError',
      0,
    ],
    ['the guard', () => listMembers(createSeatsClient({ baseURL: `${emulator.url}/api` })), 'ConfigurationError', 0],
  ])('cannot be listed or changed: %s', async (_title, call, code, calls) => {
    const error = await errorOf(call())
    expect(error).toMatchObject({ code, isAmbiguous: false })
    expect(sent).toHaveLength(calls)
  })

  test.each<[string, { name?: string; role?: 'billing_manager' }, object, boolean, number]>([
    ['somebody else adds them with another name', { name: 'Ada' }, { name: 'Eve' }, false, 0],
    ['somebody else adds them with another role', { role: 'billing_manager' }, {}, false, 0],
    ['somebody else adds them, and more than two seconds pass', { name: 'Ada' }, { name: 'Ada' }, false, 5],
    ['nobody else adds them', { name: 'Ada' }, {}, true, 0],
  ])(
    'have the right `created` if, between the read and the POST, %s',
    async (event, params, changeByOthers, created, delaySeconds) => {
      const client = createClient('acme/jane', undefined, {
        fetch: async (request) => {
          const response = await fetch(request)
          const isRead = request.method === 'GET' && request.url.includes('/members')
          if (!isRead || event === 'nobody else adds them') return response
          await addMember(billingManager(), { email: 'ada@example.com', ...changeByOthers })
          emulator.advance(delaySeconds)
          const headers = { 'content-type': 'application/json', date: new Date(emulator.now()).toUTCString() }
          return new Response(await response.text(), { headers })
        },
      })
      const added = await addMember(client, { email: 'ada@example.com', ...params })
      expect(added.created).toBe(created)
    },
  )

  test('cannot be listed with a session of a customer, and the error names the session that is needed', async () => {
    expect((await errorOf(listMembers(createClient('legacy/max')))).detail).toContain('polar_mst_')
  })

  test('can get another name and role, and the owner can appoint another owner', async () => {
    expect(
      await updateMember(billingManager(), { ...memberId('alice'), name: 'Al', role: 'billing_manager' }),
    ).toMatchObject({
      name: 'Al',
      role: 'billing_manager',
    })
    expect(await updateMember(owner(), { ...memberId('alice'), role: 'owner' })).toMatchObject({ role: 'owner' })
  })

  test('can be removed together with their seats', async () => {
    const client = owner()
    const source = { subscription_id: emulator.ref('acme/sub') }
    expect(await removeMember(client, memberId('alice'))).toEqual({ removed: true })
    expect(await removeMember(client, memberId('alice'))).toEqual({ removed: false })
    expect((await client.listSeats(source)).seats.filter(({ status }) => status === 'claimed')).toEqual([])
  })

  describe('with a lost answer', () => {
    test.each<[string, Fault['fault']]>([
      ['no answer', { kind: 'drop_after' }],
      ['HTML', { kind: 'garbage' }],
    ])('are added once: %s', async (_title, fault) => {
      injectFault(fault, 'POST')
      expect(await addMember(owner(), { email: 'ada@example.com' })).toMatchObject({ created: true })
      expect(sent.filter((method) => method === 'POST')).toHaveLength(1)
    })
    test('are not added, and the error is not ambiguous once the lost call can no longer take effect', async () => {
      injectFault({ kind: 'drop_before' }, 'POST')
      const client = createClient('acme/jane', undefined, { fetch: (request) => emulator.fetch(request) })
      vi.useFakeTimers()
      onTestFinished(() => void vi.useRealTimers())
      const errorPromise = errorOf(addMember(client, { email: 'ada@example.com' }))
      await vi.advanceTimersByTimeAsync(11_000)
      expect(await errorPromise).toMatchObject({ code: 'NetworkError', isAmbiguous: false, isRetryable: true })
    })
    test('are changed once', async () => {
      injectFault({ kind: 'drop_after' }, 'PATCH')
      expect(await updateMember(owner(), { ...memberId('alice'), name: 'Al' })).toMatchObject({ name: 'Al' })
      expect(sent.filter((method) => method === 'PATCH')).toHaveLength(1)
    })
    test('are removed once', async () => {
      injectFault({ kind: 'drop_after' }, 'DELETE')
      expect(await removeMember(owner(), memberId('alice'))).toEqual({ removed: true })
      expect(await listEmails()).not.toContain('alice@example.com')
      expect(sent.filter((method) => method === 'DELETE')).toHaveLength(1)
    })
  })
})

describe('claimed subscriptions', () => {
  test('are those of the signed-in member', async () => {
    const page = await listClaimedSubscriptions(alice(), { limit: 1 })
    expect(page).toMatchObject({ total_count: 2 })
    const ids: string[] = []
    for await (const subscription of page) ids.push(subscription.id)
    expect(ids.toSorted()).toEqual([emulator.ref('acme/sub'), emulator.ref('acme/third')].toSorted())
    expect((await listClaimedSubscriptions(owner())).items).toEqual([])
  })
  test('are those of the customer if there is no member model', async () => {
    expect((await listClaimedSubscriptions(createClient('legacy/max'))).items).toHaveLength(1)
  })
  test('need a session', async () => {
    const organization = createSeatsClient({ accessToken: 'polar_oat_all', baseURL: emulator.url })
    expect(await errorOf(listClaimedSubscriptions(organization))).toMatchObject({ code: 'ConfigurationError' })
  })
})
