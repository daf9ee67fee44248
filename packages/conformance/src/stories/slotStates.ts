import type { CustomerSeat, SeatAccess } from '@seats/core'
import type { ClaimSlot, MemberSlot, PriceSlot, SeatSlot } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { TestBackend } from '../TestBackend.ts'
import { h } from '../View.ts'
import type { OpenState } from './OpenState.ts'

const roster = ['me@example.com claimed', 'ada@example.com', 'grace@example.com claimed']

/** Checks components with the contents of an app in their slots. */
export function slotStates(open: OpenState): void {
  test('SeatGate with a fallback of its own', async () => {
    const backend = await TestBackend.create({ roster: ['me@example.com'] })
    const { waitForText, findProblems } = open({
      part: 'SeatGate',
      props: { source: backend.source },
      content: 'Only for the team.',
      slots: { fallback: ({ access }: { access: SeatAccess | undefined }) => h('p', {}, `You are ${access?.reason}.`) },
      client: backend.createClient(),
    })
    await waitForText('You are pending.')
    expect(await findProblems('a fallback')).toEqual([])
  })

  test('SeatsTable with slots', async () => {
    const backend = await TestBackend.create({ roster })
    const page = { part: 'SeatsTable', props: { source: backend.source }, client: backend.createClient() } as const
    const cells = open({
      ...page,
      slots: {
        avatar: ({ seat }: SeatSlot) => h('b', {}, seat.email?.slice(0, 2) ?? '–'),
        name: ({ seat }: SeatSlot) => h('strong', {}, seat.email ?? 'Nobody'),
        columnHeader: () => 'Department',
        column: ({ seat }: SeatSlot) => (seat.status === 'claimed' ? 'Research and development' : '–'),
        rowActions: ({ seat }: SeatSlot) =>
          h('button', { className: 'seats-button seats-small' }, `Write to ${seat.email}`),
      },
    })
    await cells.waitForText('Write to ada@example.com')
    await cells.waitForElement('.seats-cell-actions button')
    expect(await cells.findProblems('an extra column and row actions')).toEqual([])
    cells.unmount()

    const rows = open({
      ...page,
      client: backend.createClient(),
      slots: {
        row: ({ seat, you }: { seat: CustomerSeat; you: boolean }) =>
          h('tr', {}, ...[seat.email ?? '', seat.status, you ? 'you' : '', ''].map((text) => h('td', {}, text))),
      },
    })
    await rows.waitForText('ada@example.com')
    expect(await rows.findProblems('rows of the app')).toEqual([])
    rows.unmount()

    const emptyBackend = await TestBackend.create()
    const empty = open({
      ...page,
      props: { source: emptyBackend.source },
      client: emptyBackend.createClient(),
      slots: { empty: () => h('p', {}, 'Invite your first colleague.') },
    })
    await empty.waitForText('Invite your first colleague.')
    expect(await empty.findProblems('an empty team with a text of the app')).toEqual([])
  })

  test('Members with slots', async () => {
    const backend = await TestBackend.create({ roster })
    const { waitForText, waitForElement, findProblems } = open({
      part: 'Members',
      props: {},
      slots: {
        avatar: ({ initials }: MemberSlot) => h('b', {}, initials),
        name: ({ name }: MemberSlot) => h('strong', {}, name),
        rowActions: ({ name }: MemberSlot) =>
          h('button', { className: 'seats-button seats-small' }, `Write to ${name}`),
      },
      client: await backend.createPortalClient(),
    })
    await waitForText('Write to ada@example.com')
    await waitForElement('select')
    expect(await findProblems('slots')).toEqual([])
  })

  test('ClaimPage with slots', async () => {
    const backend = await TestBackend.create({ roster })
    const token = await backend.readInvitationToken('ada@example.com')
    const { press, waitForText, findProblems } = open({
      part: 'ClaimPage',
      props: { token },
      slots: {
        mark: ({ kind }: ClaimSlot) => h('b', {}, kind),
        heading: ({ title }: ClaimSlot) => `${title}!`,
        body: ({ info }: ClaimSlot) => h('p', {}, `For ${info?.customer_email}.`),
        done: ({ info }: ClaimSlot) => h('p', {}, `Welcome to ${info?.product_name}.`),
      },
      client: backend.createClient(),
    })
    await waitForText('For ada@example.com.')
    expect(await findProblems('slots')).toEqual([])
    await press('Accept the invitation')
    await waitForText('Welcome to Team.')
    expect(await findProblems('slots, accepted')).toEqual([])
  })

  test('SeatCount with a slot', async () => {
    const backend = await TestBackend.create({ roster, seats: 6 })
    const { press, waitForText, type, waitForElement, findProblems } = open({
      part: 'SeatCount',
      props: { source: backend.source },
      slots: { priceDetails: ({ seats }: PriceSlot) => h('p', {}, `${seats} seats for the cost center Research.`) },
      client: backend.createClient(),
    })
    await press('Change the seats')
    await type('dialog input', '8')
    await waitForText('8 seats for the cost center Research.')
    expect(await findProblems('a slot below the price of a period')).toEqual([])
    await press('See what it costs')
    await waitForElement('dialog .seats-primary[aria-disabled="false"]')
    expect(await findProblems('a slot below the price')).toEqual([])
  })
}
