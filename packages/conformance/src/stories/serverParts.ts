import {
  createSeatsClient,
  type CustomerSeat,
  type SeatPermissions,
  type SeatsClient,
  type SeatsList,
} from '@seats/core'
import { de } from '@seats/core/messages'
import { membersQueryOptions, seatPermissionsQueryOptions, seatsQueryOptions } from '@seats/core/query'
import { sessionUserQueryOptions, type WordsOptions } from '@seats/core/ui'
import { describe, expect, test } from 'vitest'
import type { commonUiNames } from '../names.ts'
import { watchConsole } from '../page.ts'

export interface ServerPage {
  client: SeatsClient
  /** The name of the component. */
  part: Exclude<(typeof commonUiNames)[number], 'SeatsUiProvider'>
  props: Record<string, unknown>
  /** The answers that are already in the query cache, as keys and data. */
  read: [key: readonly unknown[], data: unknown][]
  /** The props of a `SeatsUiProvider` around the component. Without them, there is no provider. */
  words?: WordsOptions
}

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const createdAt = '2026-01-01T00:00:00Z'
const seat: CustomerSeat = {
  id: 'a5e0a7f6-3a53-4b53-8a39-0c6b2f1f6a11',
  created_at: createdAt,
  modified_at: null,
  ...source,
  order_id: null,
  status: 'claimed',
  customer_id: null,
  member_id: null,
  member: null,
  email: 'ada@example.com',
  customer_email: 'ada@example.com',
  invitation_token_expires_at: null,
  claimed_at: createdAt,
  revoked_at: null,
  seat_metadata: null,
}
const roster: SeatsList = { seats: [seat], total_seats: 1234, available_seats: 1233 }
const permissions: SeatPermissions = {
  listSeats: true,
  assignSeat: true,
  immediateClaim: true,
  revokeSeat: true,
  resendInvitation: true,
  getSubscription: true,
  buySeats: true,
  reduceSeats: true,
  manageMembers: true,
}
const owner = {
  id: 'b7f1c8e2-4d64-4c75-9b4a-1d7c3e2f7b22',
  created_at: createdAt,
  modified_at: null,
  email: 'owner@example.com',
  name: 'Olga Owner',
  role: 'owner',
}

/** Tests that a server renders each part of React and of Vue. `watchConsole` fails a test that prints a warning. */
export function serverPartStories(render: (page: ServerPage) => Promise<string>): void {
  watchConsole()

  const client = createSeatsClient({ sessionToken: 'polar_mst_test' })
  const everything: ServerPage['read'] = [
    [seatsQueryOptions(client, source).queryKey, roster],
    [seatPermissionsQueryOptions(client, source).queryKey, { permissions, answeredAt: client.now() }],
    [sessionUserQueryOptions(client).queryKey, { type: 'member', role: 'owner', member_id: owner.id }],
    [membersQueryOptions(client).queryKey, [owner]],
  ]
  const textOf = async (page: Omit<ServerPage, 'client'>) =>
    (await render({ client, ...page }))
      .replaceAll(/<!--.*?-->/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()

  describe('a server renders', () => {
    test.each([
      ['TeamPanel', 'ada@example.com', /^Loading/],
      ['SeatsTable', 'ada@example.com', /^Loading/],
      ['SeatsMeter', '1 of 1,234 seats used', /^Loading/],
      ['InviteForm', 'Give the seat at once', /^$/],
      ['BulkInvite', 'Invite many', /^$/],
      ['SeatCount', 'Change the seats', /^$/],
      ['Members', 'Olga Owner You', /^Loading the members…$/],
      ['MembersButton', 'Members', /^$/],
    ] as const)('%s without a warning, with answers in the cache and without them', async (part, known, unknown) => {
      const props = part === 'Members' || part === 'MembersButton' ? {} : { source }
      expect(await textOf({ part, props, read: everything })).toContain(known)
      expect(await textOf({ part, props, read: [] })).toMatch(unknown)
    })

    test.each([
      [null, 'This link is incomplete'],
      ['token', 'Looking at your invitation…'],
    ])('ClaimPage without a warning, with the token %s', async (token, text) => {
      expect(await textOf({ part: 'ClaimPage', props: { token }, read: [] })).toContain(text)
    })
  })

  describe('a provider', () => {
    const meter = { part: 'SeatsMeter', props: { source }, read: everything } as const

    test('sets the language of the numbers in a component', async () => {
      expect(await textOf({ ...meter, words: { locale: 'de-DE' } })).toContain('1 of 1.234 seats used')
    })

    // The person joined at midnight in UTC.
    test.each([
      ['Asia/Tokyo', 'Jan 1, 2026'],
      ['America/New_York', 'Dec 31, 2025'],
    ])(
      'sets the time zone of the dates in a component, unless the component has one of its own: %s',
      async (timeZone, day) => {
        const table = { part: 'SeatsTable', props: { source }, read: everything } as const
        expect(await textOf({ ...table, words: { timeZone } })).toContain(day)
        expect(await textOf({ ...table, props: { source, timeZone }, words: { timeZone: 'UTC' } })).toContain(day)
        expect(await textOf({ ...table, props: { source, timeZone } })).toContain(day)
      },
    )

    test('sets the texts of a component, unless the component has texts of its own', async () => {
      expect(await textOf({ ...meter, words: { messages: de } })).toContain('1.234')
      const inviteForm = { part: 'InviteForm', read: everything, words: { messages: de } } as const
      expect(await textOf({ ...inviteForm, props: { source } })).toContain(de.inviteForm.submit)
      const own = { ...de, inviteForm: { ...de.inviteForm, submit: 'Los!' } }
      expect(await textOf({ ...inviteForm, props: { source, messages: own } })).toContain('Los!')
    })
  })
}
