import '@seats/core/ui.css'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { findLookProblems } from '../findLookProblems.ts'
import { preparePage } from '../preparePage.ts'
import { unmountAfterTest, useFakeTime, watchConsole, whileOffline } from '../page.ts'
import { screenOf } from '../screenOf.ts'
import { TestBackend } from '../TestBackend.ts'
import type { OpenState, StatePage } from './OpenState.ts'
import { priceStates } from './priceStates.ts'
import { slotStates } from './slotStates.ts'

type Mount = (page: StatePage) => { element: HTMLElement; unmount: () => void }

const roster = [
  'me@example.com claimed',
  'a-person-with-a-very-long-address-indeed@department.subsidiary.example.com claimed',
  'grace@example.com',
  '- claimed',
]
const daySeconds = 86_400

/**
 * Checks every state of every component with axe-core: in the light theme on a wide page, and in the dark theme on a
 * narrow page.
 */
export function stateStories(mount: Mount): void {
  watchConsole()
  // Each state is checked twice, which takes long on a busy machine.
  vi.setConfig({ testTimeout: 120_000 })
  let restorePage = () => {}
  beforeEach(() => (restorePage = preparePage()))
  afterEach(() => {
    restorePage()
    sessionStorage.clear()
  })

  const open: OpenState = (page) => {
    const { element, unmount } = unmountAfterTest(mount(page))
    return {
      element,
      unmount,
      ...screenOf(element),
      findProblems: (state: string) => findLookProblems(element, `${page.part}: ${state}`),
    }
  }
  const unavailableFault = { kind: 'status', status: 503 }
  // Part of the address of a roster, both through the guard and with a session.
  const rosterPath = 'seats?'

  describe('axe-core finds no violation in any state of', () => {
    test('TeamPanel', async () => {
      const backend = await TestBackend.create({ roster, seats: roster.length })
      const props = { source: backend.source, manageBillingUrl: '/billing' }
      const page = { part: 'TeamPanel', props } as const
      const read = backend.holdNextCall('GET', 'answer', rosterPath)
      const loading = open({ ...page, client: backend.createClient() })
      await loading.waitForElement('.seats-skeleton')
      expect(await loading.findProblems('loading')).toEqual([])
      read.release()
      await loading.waitForText('Every seat is taken.')
      await loading.waitForElement('.seats-cell-actions button')
      expect(await loading.findProblems('full')).toEqual([])
      loading.unmount()

      backend.brokenPath = rosterPath
      const failed = open({ ...page, client: backend.createClient() })
      await failed.waitForText('The team could not be loaded')
      expect(await failed.findProblems('not loaded')).toEqual([])
      failed.unmount()
      backend.brokenPath = 'customer-session/user'
      const withoutUser = open({ part: 'MembersButton', props: {}, client: await backend.createPortalClient() })
      await withoutUser.waitForText('could not be loaded')
      expect(await withoutUser.findProblems('no user')).toEqual([])
      withoutUser.unmount()
      backend.brokenPath = undefined

      await backend.buySeats(9)
      const withSession = open({ ...page, client: await backend.createPortalClient() })
      await withSession.press('Change the seats')
      await withSession.type('dialog input', '6')
      await withSession.press('See what it costs')
      await withSession.press(/^Reduce to 6 seats now/)
      await withSession.waitForNoElement('dialog')
      await withSession.waitForElement('.seats-members-button')
      expect(await withSession.findProblems('reduced with a session')).toEqual([])
      withSession.unmount()

      await backend.buySeats(5)
      const scheduled = open({ ...page, client: backend.createClient() })
      await scheduled.waitForText('this subscription has 5 seats.')
      await scheduled.waitForElement('.seats-cell-actions button')
      expect(await scheduled.findProblems('a reduction is scheduled')).toEqual([])
      await scheduled.press('Keep 6 seats')
      await scheduled.waitForElement('dialog .seats-primary[aria-disabled="false"]')
      expect(await scheduled.findProblems('the price of the seats that stay')).toEqual([])
      scheduled.unmount()

      await backend.failPayment()
      const pastDue = open({ ...page, client: backend.createClient() })
      await pastDue.waitForText('The last payment failed.')
      await pastDue.waitForText('No one is here yet')
      expect(await pastDue.findProblems('past due and empty')).toEqual([])

      const emptyBackend = await TestBackend.create({ seats: 0 })
      const withoutSeats = open({
        ...page,
        props: { source: emptyBackend.source },
        client: emptyBackend.createClient(),
      })
      await withoutSeats.waitForText('This subscription has no seats yet.')
      expect(await withoutSeats.findProblems('no seats')).toEqual([])
    })

    test('SeatsMeter', async () => {
      const backend = await TestBackend.create({ roster, seats: 9 })
      const read = backend.holdNextCall('GET', 'answer', rosterPath)
      const { waitForElement, waitForText, findProblems, unmount } = open({
        part: 'SeatsMeter',
        props: { source: backend.source },
        client: backend.createClient(),
      })
      await waitForElement('.seats-skeleton')
      expect(await findProblems('loading')).toEqual([])
      read.release()
      await waitForText('of 9 seats used')
      expect(await findProblems('in use')).toEqual([])
      unmount()

      backend.brokenPath = rosterPath
      const failed = open({ part: 'SeatsMeter', props: { source: backend.source }, client: backend.createClient() })
      await failed.waitForText('The team could not be loaded')
      expect(await failed.findProblems('not loaded')).toEqual([])
      failed.unmount()

      const fullBackend = await TestBackend.create({ roster: roster.slice(0, 3), seats: 4 })
      await fullBackend.reduceSeats(3, () =>
        fullBackend.createOtherClient().assignSeat({ ...fullBackend.source, email: 'lin@example.com' }),
      )
      const overfull = open({
        part: 'SeatsMeter',
        props: { source: fullBackend.source },
        client: fullBackend.createClient(),
      })
      await overfull.waitForText('of 3 seats used')
      expect(overfull.text()).toMatch(/^4 of 3/)
      expect(await overfull.findProblems('more people than seats')).toEqual([])
    })

    test('InviteForm', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'], seats: 2 })
      const { press, waitForText, type, findProblems, waitForNoElement, waitForElement } = open({
        part: 'InviteForm',
        props: { source: backend.source },
        client: backend.createClient({ events: false }),
      })
      const invite = async (email: string) => {
        await type('.seats-invite .seats-input', email)
        await press('Invite')
      }
      await waitForElement('form')
      expect(await findProblems('empty')).toEqual([])
      await invite('')
      await waitForText('Enter the email address of the person to invite.')
      expect(await findProblems('nothing typed')).toEqual([])
      await invite('nobody')
      await waitForText('This is not an email address.')
      expect(await findProblems('not an address')).toEqual([])
      await invite('ada@example.com')
      await waitForText('already has a seat or an open invitation')
      expect(await findProblems('already on the team')).toEqual([])
      await invite('grace@example.com, lin@example.com')
      await waitForElement('dialog textarea')
      expect(await findProblems('several addresses, in the dialog')).toEqual([])
      await press('Close')
      await waitForNoElement('dialog')
      expect(await findProblems('several addresses')).toEqual([])

      const call = backend.holdNextCall('POST')
      await invite('grace@example.com')
      await call.arrived
      await waitForText('Inviting…')
      expect(await findProblems('under way')).toEqual([])
      call.release()
      await waitForText('grace@example.com was invited.')
      expect(await findProblems('invited')).toEqual([])
      await invite('lin@example.com')
      await waitForText('Every seat is taken.')
      expect(await findProblems('full')).toEqual([])
    })

    test('InviteForm after a lost answer, and TeamPanel with a list that may be out of date', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const { press, waitForText, type, findProblems } = open({
        part: 'TeamPanel',
        props: { source: backend.source },
        client: backend.createClient({ events: false }),
      })
      await waitForText('ada@example.com')
      await type('.seats-invite .seats-input', 'grace@example.com')
      await backend.failNextCall('POST', { kind: 'drop_before' })
      backend.brokenPath = rosterPath
      await press('Invite')
      await waitForText('No answer came')
      await waitForText('This list may be out of date.')
      expect(await findProblems('lost')).toEqual([])
    })

    test('BulkInvite', async () => {
      const backend = await TestBackend.create({ roster: ['mei@example.com'], seats: 3 })
      const page = { part: 'BulkInvite', props: { source: backend.source } } as const
      const first = open({ ...page, client: backend.createClient() })
      await first.waitForElement('button')
      expect(await first.findProblems('closed')).toEqual([])
      await first.press('Invite many')
      await first.waitForElement('dialog textarea')
      expect(await first.findProblems('nothing typed')).toEqual([])
      const people = ['ada@example.com', 'grace@example.com', 'lin@example.com']
      const lines = [...people, 'ADA@example.com', 'mei@example.com', 'nobody', 'a@b.example c@d.example']
      await first.type('dialog textarea', lines.join('\n'))
      await first.press('Invite 2 people')
      await first.waitForText('There was no free seat')
      expect(await first.findProblems('ended without a seat for everybody')).toEqual([])
      await first.press('Invite more')
      await first.type('dialog textarea', lines.join('\n'))
      await first.waitForText('no free seat')
      expect(await first.findProblems('previewed')).toEqual([])
      first.unmount()
      sessionStorage.clear()

      await backend.buySeats(9)
      const second = open({ ...page, client: backend.createClient() })
      await second.press('Invite many')
      await second.type('dialog textarea', ['kim@example.com', 'joe@example.com'].join('\n'))
      backend.brokenPath = rosterPath
      await second.press('Invite 2 people')
      await second.waitForText('Nothing was sent.')
      expect(await second.findProblems('not begun')).toEqual([])
      backend.brokenPath = undefined
      const calls = [backend.holdNextCall('POST'), backend.holdNextCall('POST')]
      await second.press('Invite 2 people')
      await second.waitForText('0 of 2 done.')
      expect(await second.findProblems('under way')).toEqual([])
      await second.press('Close')
      await second.waitForText('Inviting 0 of 2')
      expect(await second.findProblems('under way, closed')).toEqual([])
      // The user leaves the page.
      dispatchEvent(new PageTransitionEvent('pagehide'))
      second.unmount()

      const third = open({ ...page, client: backend.createClient() })
      await third.waitForText('The last invitations are not finished: 0 of 2 invited.')
      expect(await third.findProblems('not finished')).toEqual([])
      for (const call of calls) call.release()
      await third.press('Continue with 2 people')
      await third.waitForText('2 of 2 done.')
      expect(await third.findProblems('done')).toEqual([])
    })

    test('SeatsTable', async () => {
      const backend = await TestBackend.create({ roster, seats: 9 })
      const page = { part: 'SeatsTable', props: { source: backend.source }, client: backend.createClient() } as const
      const read = backend.holdNextCall('GET', 'answer', rosterPath)
      const { press, waitForText, type, findProblems, waitForElement, unmount } = open(page)
      await waitForElement('.seats-skeleton')
      expect(await findProblems('loading')).toEqual([])
      read.release()
      await waitForElement('.seats-cell-actions button')
      await waitForElement('.seats-tag')
      expect(await findProblems('people')).toEqual([])
      await press('Revoke the seat of me@example.com')
      await waitForText('Revoke your own seat?')
      expect(await findProblems('asking')).toEqual([])
      await press('Keep')
      const resend = backend.holdNextCall('POST')
      await press('Resend the invitation to grace@example.com')
      await resend.arrived
      await waitForElement('[aria-busy="true"]')
      expect(await findProblems('busy')).toEqual([])
      resend.release()
      await waitForText('was sent again')
      expect(await findProblems('done')).toEqual([])
      await press('Revoke the seat of grace@example.com')
      await waitForText('grace@example.com no longer has a seat.')
      expect(await findProblems('gone')).toEqual([])
      const body = '{"error":"SeatNotAvailable","detail":"No seats available."}'
      await backend.failNextCall('POST', { kind: 'status', status: 400, body })
      await press('Undo')
      await waitForText('grace@example.com: Every seat is taken.')
      expect(await findProblems('problem')).toEqual([])
      await press('Dismiss')
      await type('[type="search"]', 'nobody at all')
      await waitForText('No one matches.')
      expect(await findProblems('nothing found')).toEqual([])
      unmount()

      backend.brokenPath = rosterPath
      const failed = open({ ...page, client: backend.createClient() })
      await failed.waitForText('The team could not be loaded')
      expect(await failed.findProblems('not loaded')).toEqual([])
      failed.unmount()

      const everyone = Array.from({ length: 120 }, (_, index) => `person${index}@example.com`)
      const large = await TestBackend.create({ roster: everyone, seats: 200 })
      const long = open({ ...page, props: { source: large.source }, client: large.createClient() })
      await long.waitForElement('.seats-space')
      await long.waitForElement('.seats-cell-actions button')
      expect(await long.findProblems('120 people')).toEqual([])
      await long.type('[type="search"]', 'nobody at all')
      await long.waitForText('No one matches.')
      expect(await long.findProblems('120 people, nothing found')).toEqual([])
    })

    test('SeatsTable with an invitation that has expired', async () => {
      const backend = await TestBackend.create({ roster, seats: 9 })
      onTestFinished(() => TestBackend.resetClock())
      await backend.advanceClock(daySeconds + 60)
      const { press, waitForText, findProblems } = open({
        part: 'SeatsTable',
        props: { source: backend.source },
        client: backend.createClient(),
      })
      await waitForText('The link no longer works')
      expect(await findProblems('expired')).toEqual([])
      await press('Re-invite grace@example.com with a new link')
      await waitForText('grace@example.com has a new invitation.')
      expect(await findProblems('invited again')).toEqual([])
    })

    test('SeatCount', async () => {
      const backend = await TestBackend.create({ roster, seats: 6, discount: true })
      const page = { part: 'SeatCount', props: { source: backend.source, manageBillingUrl: '/billing' } } as const
      const { press, waitForText, type, findProblems, waitForElement, waitForNoElement, element } = open({
        ...page,
        client: backend.createClient(),
      })
      await waitForElement('button')
      expect(await findProblems('closed')).toEqual([])
      const read = backend.holdNextCall('GET', 'answer', '/v1/subscriptions/')
      await press('Change the seats')
      await waitForText('Loading the subscription…')
      expect(await findProblems('loading')).toEqual([])
      read.release()
      await waitForElement('dialog input')
      expect(await findProblems('the present count')).toEqual([])
      await type('dialog input', '1')
      await waitForText('4 seats in use')
      expect(await findProblems('a count that is too small')).toEqual([])
      await type('dialog input', '8')
      await waitForText('8 seats: ')
      const preview = backend.holdNextCall('POST')
      await press('See what it costs')
      await preview.arrived
      await waitForText('Asking for the price…')
      expect(await findProblems('loading the price')).toEqual([])
      preview.release()
      await waitForText('6 → 8 seats')
      const payment = backend.holdNextCall('PATCH')
      await press(/^Buy 2 seats/)
      await payment.arrived
      expect(await findProblems('under way')).toEqual([])
      const body = '{"error":"PaymentFailed","detail":"Payment failed with reason: card_error."}'
      await backend.failNextCall('PATCH', { kind: 'status', status: 402, body })
      payment.release()
      await waitForElement('dialog a')
      expect(await findProblems('refused')).toEqual([])
      await backend.endDiscount()
      await press(/^Buy 2 seats/)
      await waitForText('The price has changed')
      await expect.poll(() => element.querySelector('dialog [role="status"]')?.textContent).toMatch(/^Buy 2 seats/)
      expect(await findProblems('the price has changed')).toEqual([])
      await press(/^Buy 2 seats/)
      await waitForNoElement('dialog')
      await waitForText('You have 8 seats now.')
      expect(await findProblems('bought')).toEqual([])

      await press('Change the seats')
      await type('dialog input', '5')
      await press('See what it costs')
      await waitForText('Nobody is removed, even if more than 5 seats are taken by then.')
      await expect.poll(() => element.querySelector('dialog .seats-primary')?.ariaDisabled).toBe('false')
      expect(await findProblems('a reduction')).toEqual([])
    })

    test('ClaimPage', async () => {
      const backend = await TestBackend.create({ roster })
      const token = await backend.readInvitationToken('grace@example.com')
      const page = { part: 'ClaimPage', props: { token, href: '/team' } } as const
      const incomplete = open({ ...page, props: { token: null }, client: backend.createClient() })
      await incomplete.waitForText('This link is incomplete')
      expect(await incomplete.findProblems('incomplete')).toEqual([])
      incomplete.unmount()

      backend.brokenPath = '/claim/'
      const read = backend.holdNextCall('GET')
      const { press, waitForText, findProblems, waitForElement, unmount } = open({
        ...page,
        client: backend.createClient(),
      })
      await waitForText('Looking at your invitation…')
      expect(await findProblems('loading')).toEqual([])
      read.release()
      await waitForElement('.seats-claim[data-kind="problem"] button')
      backend.brokenPath = undefined
      expect(await findProblems('not loaded')).toEqual([])
      await press('Try again')
      await waitForElement('.seats-claim[data-kind="ready"]')
      expect(await findProblems('ready')).toEqual([])
      await backend.failNextCall('POST', unavailableFault)
      const claim = backend.holdNextCall('POST')
      await press('Accept the invitation')
      await claim.arrived
      await waitForText('Accepting…')
      expect(await findProblems('under way')).toEqual([])
      claim.release()
      await waitForText('The server has a problem.')
      expect(await findProblems('failed')).toEqual([])
      await press('Accept the invitation')
      await waitForText('You are in')
      await waitForElement('a')
      expect(await findProblems('accepted')).toEqual([])
      unmount()

      const used = open({ ...page, client: backend.createClient() })
      await used.waitForText('This invitation cannot be used')
      expect(await used.findProblems('used up')).toEqual([])
    })

    test('SeatGate', async () => {
      const seatedBackend = await TestBackend.create({ roster })
      const page = (backend: TestBackend) =>
        ({
          part: 'SeatGate',
          props: { source: backend.source },
          content: 'Only for the team.',
          client: backend.createClient(),
        }) as const
      const failingBackend = await TestBackend.create()
      await failingBackend.failNextCall('GET', unavailableFault, '/v1/customer-seats')
      const failed = open(page(failingBackend))
      await failed.waitForText('Your access could not be checked.')
      expect(await failed.findProblems('not known')).toEqual([])
      failed.unmount()

      const read = seatedBackend.holdNextCall('GET', 'answer')
      const checking = open(page(seatedBackend))
      await checking.waitForText('Checking your access…')
      expect(await checking.findProblems('checking')).toEqual([])
      read.release()
      await checking.waitForText('Only for the team.')
      expect(await checking.findProblems('seated')).toEqual([])

      const otherBackend = await TestBackend.create({ roster: ['ada@example.com claimed'] })
      const withoutSeat = open(page(otherBackend))
      await withoutSeat.waitForText('You need a seat to use this.')
      expect(await withoutSeat.findProblems('without a seat')).toEqual([])
    })

    test('Members and MembersButton', async () => {
      const backend = await TestBackend.create({ roster })
      const read = backend.holdNextCall('GET', 'answer', '/members')
      const loading = open({ part: 'Members', props: {}, client: await backend.createPortalClient() })
      await loading.waitForElement('form')
      expect(await loading.findProblems('loading')).toEqual([])
      read.release()
      await loading.waitForElement('.seats-tag')
      expect(await loading.findProblems('people')).toEqual([])
      await loading.type('.seats-input', 'nobody')
      await loading.press('Add')
      await loading.waitForText('This is not an email address.')
      expect(await loading.findProblems('not an address')).toEqual([])
      await loading.type('.seats-input', 'ada@example.com')
      await loading.press('Add')
      await loading.waitForText('ada@example.com is a member now')
      expect(await loading.findProblems('added')).toEqual([])
      await loading.press('Remove ada@example.com')
      await loading.waitForText('This takes their seats too')
      expect(await loading.findProblems('asking')).toEqual([])
      loading.unmount()

      backend.brokenPath = '/members'
      const failed = open({ part: 'Members', props: {}, client: await backend.createPortalClient() })
      await failed.waitForText('could not be loaded')
      expect(await failed.findProblems('not loaded')).toEqual([])
      failed.unmount()
      backend.brokenPath = undefined

      const button = open({ part: 'MembersButton', props: {}, client: await backend.createPortalClient() })
      expect(await button.findProblems('closed')).toEqual([])
      await button.press('Members')
      await button.waitForElement('dialog .seats-tag')
      expect(await button.findProblems('open')).toEqual([])
    })

    test('TeamPanel, Members and MembersButton without a network', async () => {
      const backend = await TestBackend.create({ roster })
      const { waitForText, waitForElement, findProblems } = open({
        part: 'TeamPanel',
        props: { source: backend.source },
        client: backend.createClient({ events: false }),
      })
      await waitForElement('.seats-cell-actions button')
      await whileOffline(async () => {
        await waitForText('You are offline.')
        expect(await findProblems('offline')).toEqual([])
        for (const part of ['Members', 'MembersButton'] as const) {
          const members = open({ part, props: {}, client: await backend.createPortalClient() })
          await members.waitForText('The members could not be loaded. You are offline.')
          expect(await members.findProblems('offline')).toEqual([])
          members.unmount()
        }
      })
    })

    test('SeatsTable with a question before an invitation is revoked', async () => {
      const backend = await TestBackend.create({ roster, seats: 9, cannotAssign: true })
      const { press, waitForText, findProblems } = open({
        part: 'SeatsTable',
        props: { source: backend.source },
        client: backend.createClient(),
      })
      await press('Revoke the seat of grace@example.com')
      await waitForText('This cannot be undone.')
      expect(await findProblems('asking about an invitation')).toEqual([])
    })

    test('SeatCount with reads that fail, and a purchase whose answer is lost', async () => {
      const backend = await TestBackend.create({ roster, seats: 6 })
      const { press, waitForText, text, type, findProblems, waitForElement, waitForNoElement } = open({
        part: 'SeatCount',
        props: { source: backend.source },
        client: backend.createClient({ events: false }),
      })
      await waitForElement('button')
      backend.brokenPath = '/v1/subscriptions/'
      await press('Change the seats')
      await waitForText('The server has a problem.')
      expect(await findProblems('subscription not loaded')).toEqual([])
      await press('Cancel')
      await waitForNoElement('dialog')
      backend.brokenPath = 'change-preview'
      await press('Change the seats')
      await type('dialog input', '8')
      await press('See what it costs')
      await waitForText('The price could not be loaded.')
      expect(await findProblems('price not loaded')).toEqual([])
      backend.brokenPath = undefined
      await press('Try again')
      await waitForText('6 → 8 seats')
      await waitForElement('dialog .seats-primary[aria-disabled="false"]')
      backend.brokenPath = '/v1/subscriptions/'
      // The client reads the subscription for more than a minute before it gives up.
      useFakeTime()
      await press(/^Buy 2 seats/)
      await expect
        .poll(async () => {
          await vi.advanceTimersByTimeAsync(5_000)
          return text()
        })
        .toContain('The purchase may still')
      vi.useRealTimers()
      expect(await findProblems('the answer is lost')).toEqual([])
    })

    test('SeatCount with a reduction that takes effect at once', async () => {
      const backend = await TestBackend.create({ roster, seats: 9, discount: true })
      const { press, waitForText, type, findProblems, waitForElement } = open({
        part: 'SeatCount',
        props: { source: backend.source },
        client: await backend.createPortalClient(),
      })
      await press('Change the seats')
      await type('dialog input', '5')
      await press('See what it costs')
      await waitForElement('dialog .seats-primary[aria-disabled="false"]')
      await waitForText('Reduce to 5 seats now')
      expect(await findProblems('a reduction of a session')).toEqual([])
    })

    test('BulkInvite that was stopped', async () => {
      const backend = await TestBackend.create({ seats: 9 })
      const { press, waitForText, type, findProblems, waitForElement } = open({
        part: 'BulkInvite',
        props: { source: backend.source },
        client: backend.createClient(),
      })
      await press('Invite many')
      await type('dialog textarea', Array.from({ length: 8 }, (_, index) => `p${index}@example.com`).join('\n'))
      const calls = Array.from({ length: 4 }, () => backend.holdNextCall('POST'))
      await press('Invite 8 people')
      await calls[0]?.arrived
      await press('Stop')
      for (const call of calls) call.release()
      await waitForText('Stopped.')
      expect(await findProblems('stopped')).toEqual([])
      await press(/not sent yet/)
      await waitForElement('.seats-outcome[aria-pressed="true"]')
      expect(await findProblems('only one outcome')).toEqual([])
    })

    test('BulkInvite with more people than its list shows at first', async () => {
      const backend = await TestBackend.create({ seats: 80 })
      const { press, waitForText, type, findProblems } = open({
        part: 'BulkInvite',
        props: { source: backend.source },
        client: backend.createClient(),
      })
      await press('Invite many')
      await type('dialog textarea', Array.from({ length: 70 }, (_, index) => `p${index}@example.com`).join('\n'))
      await waitForText('Show 10 more (60 of 70 shown)')
      expect(await findProblems('a long preview')).toEqual([])
      await press(/^Show 10 more/)
      await waitForText('p69@example.com')
      expect(await findProblems('a long preview, all of it')).toEqual([])
    })

    priceStates(open)
    slotStates(open)

    test('ClaimPage after too many requests', async () => {
      const backend = await TestBackend.create({ roster })
      const token = await backend.readInvitationToken('grace@example.com')
      backend.rateLimitNextCall('GET', 30)
      const { waitForElement, findProblems } = open({
        part: 'ClaimPage',
        props: { token },
        client: backend.createClient(),
      })
      await waitForElement('.seats-claim[data-kind="problem"]')
      expect(await findProblems('too many requests')).toEqual([])
    })

    test('ClaimPage of an invitation that has expired', async () => {
      const backend = await TestBackend.create({ roster })
      const token = await backend.readInvitationToken('grace@example.com')
      onTestFinished(() => TestBackend.resetClock())
      await backend.advanceClock(daySeconds + 60)
      const { waitForText, findProblems } = open({
        part: 'ClaimPage',
        props: { token },
        client: backend.createClient(),
      })
      await waitForText('This invitation cannot be used')
      expect(await findProblems('expired')).toEqual([])
    })

    test('Members with a change under way, a new role and a removed member', async () => {
      const backend = await TestBackend.create({ roster })
      const { element, press, waitForText, type, waitForElement, findProblems } = open({
        part: 'Members',
        props: {},
        client: await backend.createPortalClient(),
      })
      await type('.seats-input', 'ada@example.com')
      await press('Add')
      await waitForText('ada@example.com is a member now')
      const role = 'select[aria-label="Role of ada@example.com"]'
      await waitForElement(role)
      const select = element.querySelector<HTMLSelectElement>(role)
      const change = backend.holdNextCall('PATCH')
      if (select) select.value = 'billing_manager'
      select?.dispatchEvent(new Event('change', { bubbles: true }))
      await change.arrived
      await waitForElement('select[aria-disabled="true"]')
      expect(await findProblems('busy')).toEqual([])
      change.release()
      await waitForText('ada@example.com is ')
      await waitForElement(`${role}[aria-disabled="false"]`)
      expect(await findProblems('a new role')).toEqual([])
      await press('Remove ada@example.com')
      await waitForElement('.seats-banner .seats-danger')
      element.querySelector<HTMLButtonElement>('.seats-banner .seats-danger')?.click()
      await waitForText('ada@example.com is no longer a member')
      expect(await findProblems('removed')).toEqual([])
    })
  })
}
