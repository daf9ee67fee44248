import { createSeatsClient } from '@seats/core'
import { de } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'
import { watchConsole } from '../page.ts'
import { answersFor, source, type ServerPage } from '../serverPart.ts'

/**
 * Tests that a server renders the components of React and of Vue. `watchConsole` fails a test that prints a warning.
 */
export function serverPartStories(render: (page: ServerPage) => Promise<string>): void {
  watchConsole()

  const client = createSeatsClient({ sessionToken: 'polar_mst_test' })
  const everything = answersFor(client)
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

    // The person joined on January 1 at midnight in UTC.
    test.each([
      ['Asia/Tokyo', 'Jan 1, 2026'],
      ['America/New_York', 'Dec 31, 2025'],
    ])(
      'sets the time zone of the dates in a component, unless the component has a time zone of its own: %s',
      async (timeZone, day) => {
        const table = { part: 'SeatsTable', props: { source }, read: everything } as const
        expect(await textOf({ ...table, words: { timeZone } })).toContain(day)
        expect(await textOf({ ...table, props: { source, timeZone }, words: { timeZone: 'UTC' } })).toContain(day)
        expect(await textOf({ ...table, props: { source, timeZone } })).toContain(day)
      },
    )

    test('sets the texts of a component, unless the component has texts of its own', async () => {
      const words = { messages: de }
      expect(await textOf({ ...meter, words })).toContain('1.234')
      const inviteForm = { part: 'InviteForm', read: everything, words } as const
      expect(await textOf({ ...inviteForm, props: { source } })).toContain(de.inviteForm.submit)
      const claimPage = await textOf({ part: 'ClaimPage', props: { token: null }, read: [], words })
      expect(claimPage).toContain(de.claimPage.incompleteTitle)
      const own = { ...de, inviteForm: { ...de.inviteForm, submit: 'Los!' } }
      expect(await textOf({ ...inviteForm, props: { source, messages: own } })).toContain('Los!')
    })
  })
}
