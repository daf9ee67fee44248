import '@seats/core/ui.css'
import type { CustomerSeat, SeatAccess, SeatsClient } from '@seats/core'
import { de } from '@seats/core/messages'
import type { BulkRow, ClaimSlot, MemberSlot, PriceSlot } from '@seats/core/ui'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { doubleTap } from '../doubleTap.ts'
import type { commonUiNames } from '../names.ts'
import { unmountAfterTest, useFakeTime, watchConsole, whileOffline } from '../page.ts'
import { screenOf } from '../screenOf.ts'
import { TestBackend } from '../TestBackend.ts'
import { h, type View } from '../View.ts'

export interface PartPage {
  client: SeatsClient
  /** The name of the component. */
  part: Exclude<(typeof commonUiNames)[number], 'SeatsUiProvider'>
  props?: Record<string, unknown>
  /** The class of the component: `class` in Vue, `className` in React. */
  className?: string
  /**
   * The contents of the component's slots, by the names that the slots have in Vue. In React, the slot `name` is the
   * prop `renderName`; only `fallback` keeps its name.
   */
  slots?: Record<string, (values: never) => View>
  /** The text inside of the component. */
  content?: string
}

type Mount = (page: PartPage) => {
  element: HTMLElement
  unmount: () => void
  /** Gives the page another client, or the component other props. */
  change: (changes: Partial<Pick<PartPage, 'client' | 'props'>>) => void
}

/** Tests the components of React and of Vue, each on a page of its own. */
export function partStories(mount: Mount): void {
  watchConsole()
  const roster = ['ada@example.com claimed', 'grace@example.com']

  function open(page: PartPage) {
    const { element, change } = unmountAfterTest(mount(page))
    const find = <Found extends HTMLElement = HTMLElement>(selector: string) => element.querySelector<Found>(selector)
    return { element, change, find, ...screenOf(element) }
  }
  type Screen = ReturnType<typeof open>
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

  describe('the seat count', () => {
    async function openCount(seats: number, part: PartPage['part'] = 'SeatCount') {
      const backend = await TestBackend.create({ seats, roster })
      const page = open({ part, props: { source: backend.source }, client: backend.createClient() })
      const openDialog = async () => {
        await page.press('Change the seats')
        await expect.poll(() => document.activeElement?.matches('dialog input')).toBe(true)
      }
      return { ...page, backend, openDialog, count: () => page.find<HTMLInputElement>('dialog input')?.value }
    }

    test('puts the focus on its field, even if the subscription is still loading when the dialog opens', async () => {
      const { backend, press, waitForText, openDialog } = await openCount(3)
      const read = backend.holdNextCall('GET', 'answer', '/v1/subscriptions/')
      await press('Change the seats')
      await waitForText('Loading the subscription…')
      expect(focused()).toBe('Cancel')
      read.release()
      await expect.poll(() => document.activeElement?.matches('dialog input')).toBe(true)
      await userEvent.keyboard('{Escape}')
      await expect.poll(focused).toBe('Change the seats')
      await openDialog()
    })

    test.each([
      ['the language of its catalogue', { messages: de }, de.seatCount.change, de.seatCount.review],
      ['the locale of its numbers', { locale: 'de' }, 'Change the seats', '1.234 seats'],
    ])('opens its dialog, which is loaded later, with %s', async (_, words, opener, dialogText) => {
      const backend = await TestBackend.create({ seats: 1234, roster })
      const props = { source: backend.source, ...words }
      const page = open({ part: 'SeatCount', props, client: backend.createClient() })
      await page.press(opener)
      await expect.poll(page.text).toContain(dialogText)
    })

    test('keeps the typed count if the Escape key closes the dialog, until the user cancels or buys seats', async () => {
      const { openDialog, type, press, count, waitForText, waitForNoElement } = await openCount(3)
      const escape = async () => {
        await userEvent.keyboard('{Escape}')
        await waitForNoElement('dialog')
      }
      await openDialog()
      await type('dialog input', '40')
      await escape()
      await openDialog()
      expect(count()).toBe('40')
      await press('One seat more')
      await press('See what it costs')
      await waitForText('3 → 41 seats')
      await escape()
      await openDialog()
      expect(count()).toBe('41')
      await press('Cancel')
      await waitForNoElement('dialog')
      await openDialog()
      expect(count()).toBe('3')

      await type('dialog input', '4')
      await press('See what it costs')
      await press(/^Buy 1 seat/)
      await waitForText('You have 4 seats now.')
      await waitForNoElement('dialog')
      await openDialog()
      expect(count()).toBe('4')
    })

    test('keeps the focus on − or + at a limit, where the button ignores clicks', async () => {
      const { openDialog, button, count } = await openCount(3)
      await openDialog()
      button('One seat fewer')?.focus()
      await userEvent.keyboard('{Enter}')
      await expect.poll(count).toBe('2')
      await expect.poll(() => button('One seat fewer')?.ariaDisabled).toBe('true')
      expect(focused()).toBe('One seat fewer')
      await userEvent.keyboard('{Enter}')
      expect(count()).toBe('2')
      button('One seat more')?.focus()
      await userEvent.keyboard('{Enter}')
      await expect.poll(count).toBe('3')
      expect(button('One seat fewer')?.ariaDisabled).toBe('false')
    })

    test('keeps the focus on the button that leads to the price if somebody else buys the same count', async () => {
      // The panel follows the changes of other users.
      const { backend, openDialog, button, type } = await openCount(3, 'TeamPanel')
      await openDialog()
      await type('dialog input', '4')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      const review = 'See what it costs'
      await expect.poll(() => button(review)?.ariaDisabled).toBe('false')
      button(review)?.focus()
      await backend.buySeats(4)
      await expect.poll(() => button(review)?.ariaDisabled).toBe('true')
      expect(focused()).toBe(review)
    })

    test('has the focus on Cancel after a double click on the button that leads to the price', async () => {
      const { openDialog, button, type, waitForText } = await openCount(3)
      await openDialog()
      await type('dialog input', '4')
      await expect.poll(() => button('See what it costs')?.ariaDisabled).toBe('false')
      const review = button('See what it costs')
      if (review) await userEvent.dblClick(review)
      await waitForText('3 → 4 seats')
      expect(focused()).toBe('Cancel')
    })

    test('stays open during a purchase, whatever key or button would close it, and then shows the refusal', async () => {
      const { backend, openDialog, press, find, waitForText, type, waitForNoElement } = await openCount(3)
      await openDialog()
      await type('dialog input', '4')
      await press('See what it costs')
      await backend.failNextCall('PATCH', { kind: 'status', status: 402, body: '{"error":"PaymentFailed"}' })
      const call = backend.holdNextCall('PATCH')
      await press(/^Buy 1 seat/)
      await call.arrived
      const dialog = find<HTMLDialogElement>('dialog')
      // A click on plain text takes the focus away from the buttons.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      await userEvent.keyboard('{Escape}{Escape}')
      expect(dialog?.open).toBe(true)
      // The button “Back” of Android closes a dialog without a key.
      dialog?.close()
      await expect.poll(() => find<HTMLDialogElement>('dialog')?.open).toBe(true)
      call.release()
      await waitForText('The payment was refused')
      await userEvent.keyboard('{Escape}')
      await waitForNoElement('dialog')
    })

    test.each(['SeatCount', 'TeamPanel'] as const)(
      'keeps its dialog open, with the reason, if the subscription has been canceled in the meantime: %s',
      async (part) => {
        const { backend, openDialog, press, find, waitForText, type } = await openCount(3, part)
        await openDialog()
        await type('dialog input', '4')
        await press('See what it costs')
        const refusal = { kind: 'status', status: 403, body: '{"error":"AlreadyCanceledSubscription","detail":"No."}' }
        await backend.failNextCall('PATCH', refusal)
        const read = backend.holdNextCall('GET', 'answer', 'permissions')
        const dialog = find('dialog')
        await press(/^Buy 1 seat/)
        await read.arrived
        await waitForText('This subscription has ended')
        read.release()
        expect(find('dialog')).toBe(dialog)
      },
    )

    test.each([
      ['SeatCount', 'Change the seats'],
      ['TeamPanel', 'Change the seats'],
      ['TeamPanel', 'Get more seats'],
      ['TeamPanel', 'Keep 3 seats'],
    ] as const)(
      'keeps its dialog, with the reason, if the user has lost their role, until it is closed: %s, %s',
      async (part, opener) => {
        const manager = 'ada@example.com'
        const isScheduled = opener === 'Keep 3 seats'
        const backend = await TestBackend.create({ seats: opener === 'Get more seats' ? 2 : 3, roster })
        if (isScheduled) await backend.buySeats(2)
        await backend.changeRole(manager, 'billing_manager')
        const client = await backend.createPortalClient(manager)
        const page = open({ part, props: { source: backend.source }, client })
        const { press, type, find, button, waitForText, waitForNoElement } = page
        await press(opener)
        if (!isScheduled) {
          await type('dialog input', '4')
          await press('See what it costs')
        }
        const confirm = isScheduled ? /^Keep 3 seats,/ : /^Buy/
        await expect.poll(() => button(confirm)?.ariaDisabled).toBe('false')
        await backend.changeRole(manager, 'member')
        const dialog = find('dialog')
        await press(confirm)
        await waitForText('Your role does not allow this.')
        // Now the permissions have been read again.
        await expect.poll(() => button(opener)).toBeUndefined()
        expect(find('dialog')).toBe(dialog)
        expect(dialog?.textContent).toContain('Your role does not allow this.')
        // The button is disabled, or it is gone because the price could not be read again.
        await expect.poll(() => button(confirm)?.ariaDisabled).not.toBe('false')
        const countChanges = () => backend.calls.filter((method) => method === 'PATCH' || method === 'DELETE').length
        const changeCount = countChanges()
        button(confirm)?.click()
        await press('Cancel')
        await waitForNoElement('dialog')
        expect(countChanges()).toBe(changeCount)
      },
    )

    test('starts anew with another team: without the price and the message of the first team', async () => {
      const { backend, change, press, find, waitForText, waitForNoElement, type, count } = await openCount(2)
      const said = () => find('.seats-said')?.textContent
      const sources = { first: backend.source, other: backend.otherSource }
      async function show(team: keyof typeof sources) {
        const label = `Seats of the ${team} team`
        change({ props: { source: sources[team], label } })
        await waitForText(label)
      }
      async function openPrice() {
        await press('Seats of the first team')
        await type('dialog input', '3')
        await press('See what it costs')
        await waitForText('2 → 3 seats')
      }
      await show('other')
      await press('Seats of the other team')
      await expect.poll(count).toBe('3')
      await press('Cancel')
      await waitForNoElement('dialog')
      // Now both teams are known.
      await show('first')
      await openPrice()
      await show('other')
      await waitForNoElement('dialog')
      await show('first')
      await openPrice()
      await press(/^Buy 1 seat/)
      await expect.poll(said).toBe('You have 3 seats now.')
      // The other team has 3 seats too.
      await show('other')
      expect(said()).toBe('')
      expect(backend.calls.filter((call) => call === 'PATCH')).toHaveLength(1)
    })

    test.each([
      ['the people', 'seats?'],
      ['the subscription', '/v1/subscriptions/'],
    ])('says that a read of %s has failed, and reads again', async (_, path) => {
      const { backend, press, find, waitForText, waitForElement } = await openCount(3)
      await waitForElement('button')
      backend.brokenPath = path
      await press('Change the seats')
      await waitForText('The server has a problem.')
      expect(find('dialog [role="alert"]')?.textContent).toContain('The server has a problem.')
      backend.brokenPath = undefined
      await press('Try again')
      await expect.poll(() => document.activeElement?.matches('dialog input')).toBe(true)
    })
  })

  test('the seat count says that the browser is offline, before its first read and before the price', async () => {
    const backend = await TestBackend.create({ roster, seats: 3 })
    const page = open({ part: 'SeatCount', props: { source: backend.source }, client: backend.createClient() })
    const { press, type, find, waitForElement, waitForText } = page
    await waitForElement('button')
    const sentence = 'You are offline. The page updates when you are online again.'
    await whileOffline(async () => {
      await press('Change the seats')
      await waitForText('You are offline.')
      // The sentence says nothing about a list, because the dialog has none.
      expect(find('dialog [role="status"]')?.textContent).toBe(sentence)
      expect(page.text()).not.toContain('Loading the subscription…')
    })
    await type('dialog input', '4')
    await whileOffline(async () => {
      await press('See what it costs')
      await waitForText(sentence)
    })
    await waitForText('3 → 4 seats')
    expect(page.text()).not.toContain('You are offline.')
  })

  describe.each([
    ['SeatsTable', 'grace@example.com'],
    ['SeatsMeter', '2 of 3 seats used'],
    ['TeamPanel', 'grace@example.com'],
  ] as const)('%s with an older list', (part, content) => {
    async function openPart() {
      const backend = await TestBackend.create({ roster, seats: 3 })
      const client = backend.createClient({ events: false })
      const page = open({ part, props: { source: backend.source }, client })
      await page.waitForText(content)
      const alerts = () => [...page.element.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent)
      const countAlerts = (text: string) => alerts().filter((alert) => alert.includes(text)).length
      return { ...page, backend, countAlerts }
    }

    test('says once that the list may be out of date, and reads again', async () => {
      const { backend, press, text, countAlerts } = await openPart()
      backend.brokenPath = 'seats?'
      // The event makes the page read again.
      window.dispatchEvent(new Event('visibilitychange'))
      await expect.poll(() => countAlerts('This list may be out of date.')).toBe(1)
      expect(text()).toContain(content)
      backend.brokenPath = undefined
      await press('Try again')
      await expect.poll(() => countAlerts('This list may be out of date.')).toBe(0)
      expect(text()).toContain(content)
    })

    test('says once that the browser is offline', async () => {
      const { text, countAlerts } = await openPart()
      await whileOffline(async () => {
        await expect.poll(() => countAlerts('You are offline.')).toBe(1)
        expect(text()).toContain(content)
      })
      await expect.poll(() => countAlerts('You are offline.')).toBe(0)
    })
  })

  test('TeamPanel counts a seat as free only after the server has answered the revoke', async () => {
    const backend = await TestBackend.create({ roster, seats: 2 })
    const page = open({ part: 'TeamPanel', props: { source: backend.source }, client: backend.createClient() })
    const { press, type, find, text, waitForText, waitForElement, waitForNoElement } = page
    const used = () => find('[role="meter"]')?.ariaValueText
    const full = 'Every seat is taken.'
    const refused = `${full} Revoke one or get more seats, then try again.`
    await type('.seats-invite .seats-input', 'lin@example.com')
    await press('Invite')
    await waitForText(refused)
    const call = backend.holdNextCall('DELETE')
    await press('Revoke the seat of grace@example.com')
    await waitForText('Revoking the seat of grace@example.com…')
    // The table shows the revoke already.
    await waitForText('1 person')
    await call.arrived
    expect(used()).toBe('2 of 2 seats used')
    expect(find('.seats-banner')?.textContent).toContain(full)
    expect(text()).toContain(refused)
    await press('Change the seats')
    await waitForElement('dialog input')
    expect(find<HTMLInputElement>('dialog input')?.min).toBe('2')
    await press('Cancel')
    await waitForNoElement('dialog')
    call.release()
    await expect.poll(used).toBe('1 of 2 seats used')
    await expect.poll(text).not.toContain(full)
  })

  test.each([
    ['TeamPanel', '.seats-invite form'],
    ['InviteForm', 'form'],
    ['BulkInvite', '.seats-bulk-invite > .seats-button'],
    ['SeatCount', '.seats-seat-count-button > .seats-button'],
    ['SeatsTable', '[aria-label="Revoke the seat of grace@example.com"]'],
  ] as const)('%s says once that the permissions could not be read, and reads them again', async (part, control) => {
    const backend = await TestBackend.create({ roster, seats: 2 })
    backend.brokenPath = 'permissions'
    const props = { source: backend.source }
    const { press, button, find, element, waitForElement } = open({ part, props, client: backend.createClient() })
    const alerts = () =>
      [...element.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).filter(Boolean)
    await expect.poll(alerts).toEqual([expect.stringContaining('The server has a problem.')])
    await press('Try again')
    await expect.poll(() => button('Try again')?.ariaBusy).toBe('false')
    expect(alerts()).toEqual([expect.stringContaining('The server has a problem.')])
    expect(focused()).toBe('Try again')
    expect(find(control)).toBeNull()

    backend.brokenPath = undefined
    const read = backend.holdNextCall('GET', 'answer', 'permissions')
    await press('Try again')
    await read.arrived
    await expect.poll(() => button('Try again')?.ariaBusy).toBe('true')
    expect(focused()).toBe('Try again')
    read.release()
    await waitForElement(control)
    expect(alerts()).toEqual([])
  })

  test('the meter says that its read has failed, and reads again', async () => {
    const backend = await TestBackend.create({ roster, seats: 3 })
    backend.brokenPath = 'seats?'
    const page = open({ part: 'SeatsMeter', props: { source: backend.source }, client: backend.createClient() })
    await page.waitForText('The team could not be loaded')
    expect(page.find('.seats-skeleton')).toBeNull()
    backend.brokenPath = undefined
    await page.press('Try again')
    await page.waitForText('2 of 3 seats used')
  })

  describe('the members', () => {
    async function openMembers() {
      const backend = await TestBackend.create({ roster })
      const page = open({ part: 'Members', client: await backend.createPortalClient() })
      await page.waitForElement('select')
      return { ...page, backend }
    }

    test('keep the focus on a role while it is being changed, and ignore another choice meanwhile', async () => {
      const { backend, find } = await openMembers()
      const select = find<HTMLSelectElement>('select[aria-label="Role of ada@example.com"]')
      const choose = (role: string) => {
        if (select) select.value = role
        select?.dispatchEvent(new Event('change', { bubbles: true }))
      }
      const call = backend.holdNextCall('PATCH')
      select?.focus()
      choose('billing_manager')
      await call.arrived
      await expect.poll(() => select?.ariaDisabled).toBe('true')
      expect(document.activeElement).toBe(select)
      choose('member')
      call.release()
      await expect.poll(() => select?.value).toBe('billing_manager')
      await expect.poll(() => select?.ariaDisabled).toBe('false')
      expect(document.activeElement).toBe(select)
      expect(backend.calls.filter((method) => method === 'PATCH')).toHaveLength(1)
    })

    test('are not shown to somebody who may not manage them, and send no request that would be refused', async () => {
      const backend = await TestBackend.create({ roster })
      const client = await backend.createPortalClient('ada@example.com')
      const read = backend.holdNextCall('GET', 'answer')
      const button = open({ part: 'MembersButton', client })
      await read.arrived
      expect(button.text()).toBe('')
      read.release()

      const secondRead = backend.holdNextCall('GET', 'answer')
      const members = open({ part: 'Members', client })
      await members.waitForText('Loading the members…')
      expect(members.find('form')).toBeNull()
      secondRead.release()
      await expect.poll(members.text).toBe('')
      expect(button.text()).toBe('')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    const changes = {
      'an added member': async ({ type, press }: Screen) => {
        await type('dialog input', 'lin@example.com')
        await press('Add')
      },
      'a new role': async ({ find }: Screen) => {
        const select = find<HTMLSelectElement>('select[aria-label="Role of grace@example.com"]')
        if (select) select.value = 'billing_manager'
        select?.dispatchEvent(new Event('change', { bubbles: true }))
      },
      'a removed member': async ({ press, find }: Screen) => {
        await press('Remove grace@example.com')
        await expect.poll(() => find('[role="group"] .seats-danger')).not.toBeNull()
        find('[role="group"] .seats-danger')?.click()
      },
    }

    describe.each(['MembersButton', 'TeamPanel'] as const)('in the dialog of %s', (part) => {
      test.each(Object.entries(changes))(
        'say why %s was refused, and disappear after the dialog is closed if the user has lost the role',
        async (_, change) => {
          const backend = await TestBackend.create({ roster })
          await backend.changeRole('ada@example.com', 'billing_manager')
          const client = await backend.createPortalClient('ada@example.com')
          const props = part === 'TeamPanel' ? { source: backend.source } : {}
          const page = open({ part, client, props })
          const { press, button, find, waitForElement, waitForNoElement } = page
          await press('Members')
          await waitForElement('dialog select')
          expect(find('dialog .seats-tag')?.closest('li')?.textContent).toContain('ada@example.com')
          await backend.changeRole('ada@example.com', 'member')
          await change(page)
          await waitForNoElement('dialog form')
          const message = 'Your role does not allow this.'
          await expect.poll(() => find('dialog .seats-said')?.textContent).toContain(message)
          // Waits until the user has been read again.
          await expect.poll(() => find('dialog')?.textContent).not.toContain('Loading the members…')
          expect(find<HTMLDialogElement>('dialog')?.open).toBe(true)
          expect(focused()).toContain(message)
          await press('Close')
          await waitForNoElement('dialog')
          await expect.poll(() => button('Members')).toBeUndefined()
        },
      )
    })

    test.each(['Members', 'MembersButton'] as const)(
      'say that the user could not be read, and read again: %s',
      async (part) => {
        const backend = await TestBackend.create({ roster })
        backend.brokenPath = 'customer-session/user'
        const page = open({ part, client: await backend.createPortalClient() })
        await page.waitForText('The members could not be loaded. The server has a problem.')
        expect(page.find('[role="alert"]')?.textContent).toContain('The members could not be loaded.')
        backend.brokenPath = undefined
        await page.press('Try again')
        await page.waitForElement(part === 'Members' ? 'select' : '.seats-members-button button')
        await expect.poll(page.text).not.toContain('could not be loaded')
      },
    )

    test.each(['Members', 'MembersButton'] as const)(
      'show an error to a client without a session: %s',
      async (part) => {
        const backend = await TestBackend.create({ roster })
        const page = open({ part, client: backend.createClient() })
        await page.waitForText('The members could not be loaded.')
        expect(page.find('[role="alert"] button')?.textContent).toBe('Try again')
      },
    )

    test.each(['Members', 'MembersButton'] as const)(
      'say that the browser is offline at their first read, and go on when it is online again: %s',
      async (part) => {
        const backend = await TestBackend.create({ roster })
        const client = await backend.createPortalClient()
        // TanStack Query notices that the browser is offline only while a component is mounted.
        await open({ part: 'SeatsMeter', client, props: { source: backend.source } }).waitForElement('[role="meter"]')
        const page = await whileOffline(async () => {
          const opened = open({ part, client })
          await opened.waitForText('The members could not be loaded. You are offline.')
          expect(opened.text()).not.toContain('Loading the members…')
          return opened
        })
        await page.waitForElement(part === 'Members' ? 'select' : '.seats-members-button > button')
        expect(page.text()).not.toContain('You are offline.')
      },
    )

    test('say that the browser is offline if only the user is known', async () => {
      const backend = await TestBackend.create({ roster })
      const read = backend.holdNextCall('GET', 'answer', 'customer-session/user')
      const page = open({ part: 'Members', client: await backend.createPortalClient() })
      await read.arrived
      await whileOffline(async () => {
        read.release()
        await page.waitForText('The members could not be loaded. You are offline.')
        expect(page.find('form')).toBeNull()
      })
      await page.waitForElement('select')
    })

    test('keep the typed address if the server refuses to add it, and the user still has their role', async () => {
      const { backend, type, press, find, waitForText, text } = await openMembers()
      const refusal = { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' }
      await backend.failNextCall('POST', refusal, '/v1/customer-portal/members')
      const address = () => find<HTMLInputElement>('input')?.value
      const read = backend.holdNextCall('GET', 'answer', 'customer-session/user')
      await type('input', 'lin@example.com')
      await press('Add')
      // The role is read again.
      await read.arrived
      const refusalText = 'Your role does not allow this.'
      await waitForText(refusalText)
      expect(text().split(refusalText)).toHaveLength(2)
      expect(address()).toBe('lin@example.com')
      read.release()
      await press('Add')
      await waitForText('lin@example.com is a member now')
      expect(address()).toBe('')
    })

    test('keep the typed address if their dialog is closed, until the person is added', async () => {
      const backend = await TestBackend.create({ roster })
      const page = open({ part: 'MembersButton', client: await backend.createPortalClient() })
      const { press, type, find, waitForElement, waitForNoElement, waitForText } = page
      const address = () => find<HTMLInputElement>('dialog input')?.value
      const close = async () => {
        await userEvent.keyboard('{Escape}')
        await waitForNoElement('dialog')
      }
      await press('Members')
      await type('dialog input', 'lin@example.com')
      await close()
      await press('Members')
      await waitForElement('dialog input')
      expect(address()).toBe('lin@example.com')
      await press('Add')
      await waitForText('lin@example.com is a member now')
      await close()
      await press('Members')
      await waitForElement('dialog input')
      expect(address()).toBe('')
    })

    test('keep the focus in the list if somebody else removes the person whose row has the focus', async () => {
      const { backend, button, find } = await openMembers()
      button('Remove grace@example.com')?.focus()
      await backend.removeMember('grace@example.com')
      // The event makes the page read the members again.
      window.dispatchEvent(new Event('visibilitychange'))
      await expect.poll(() => button('Remove grace@example.com')).toBeUndefined()
      await expect.poll(() => find('ul')?.contains(document.activeElement)).toBe(true)
    })

    test('no longer ask whether to remove a member who has become the owner', async () => {
      const { backend, find, press, waitForElement, waitForNoElement } = await openMembers()
      await press('Remove grace@example.com')
      await waitForElement('li [role="group"]')
      await backend.makeOwner('grace@example.com')
      // The event makes the page read the members again.
      window.dispatchEvent(new Event('visibilitychange'))
      await waitForNoElement('select[aria-label="Role of grace@example.com"]')
      await waitForNoElement('li [role="group"]')
      expect(find('ul')?.contains(document.activeElement)).toBe(true)
    })

    test('ask about one person at a time, and remove nobody at the second click of a double click', async () => {
      const { backend, find, press, element, waitForText } = await openMembers()
      const questions = () => [...element.querySelectorAll('[role="group"]')].map(({ ariaLabel }) => ariaLabel)
      await press('Remove ada@example.com')
      await expect.poll(() => questions().length).toBe(1)
      await press('Remove grace@example.com')
      await expect.poll(() => questions().join(' ')).toContain('grace@example.com')
      expect(questions()).toHaveLength(1)
      await expect.poll(focused).toBe('Keep')

      // The question about Ada has gone, so the button that removes Grace can have slid under the pointer.
      const click = (detail: number) =>
        find('[role="group"] .seats-danger')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }))
      click(2)
      await press('Remove ada@example.com')
      await expect.poll(() => questions().join(' ')).toContain('ada@example.com')
      // A key press on the focused button is never a part of a double click.
      click(0)
      await waitForText('ada@example.com is no longer a member, and has no seat.')
      expect(questions()).toEqual([])
      expect(backend.calls.filter((method) => method === 'DELETE')).toHaveLength(1)
    })

    describe('of another user', () => {
      async function openAsOwner(part: 'Members' | 'MembersButton') {
        const backend = await TestBackend.create({ roster })
        await backend.changeRole('ada@example.com', 'billing_manager')
        const ada = await backend.createPortalClient('ada@example.com', { scope: 'ada' })
        const page = open({ part, client: await backend.createPortalClient() })
        return { ...page, showAda: () => page.change({ client: ada }) }
      }

      test('are shown without the typed address, the question and the message of the first user', async () => {
        const { find, press, type, waitForElement, waitForNoElement, waitForText, text, showAda } =
          await openAsOwner('Members')
        await press('Remove other@example.com')
        await expect.poll(() => find('[role="group"] .seats-danger')).not.toBeNull()
        find('[role="group"] .seats-danger')?.click()
        await waitForText('other@example.com is no longer a member')
        await type('input', 'lin@example.com')
        await press('Remove grace@example.com')
        await waitForElement('[role="group"]')
        showAda()
        await expect.poll(() => find('.seats-tag')?.closest('li')?.textContent).toContain('ada@example.com')
        await waitForNoElement('[role="group"]')
        expect(find<HTMLInputElement>('input')?.value).toBe('')
        expect(text()).not.toContain('is no longer a member')
      })

      test('are shown only after a click on their button, without the typed address', async () => {
        const { press, type, find, waitForElement, waitForNoElement, showAda, button } =
          await openAsOwner('MembersButton')
        await press('Members')
        await type('dialog input', 'lin@example.com')
        await waitForElement('dialog select')
        showAda()
        await waitForNoElement('dialog')
        await expect.poll(() => button('Members')).toBeDefined()
        await press('Members')
        await waitForElement('dialog input')
        expect(find<HTMLInputElement>('dialog input')?.value).toBe('')
      })
    })

    describe('after a double tap', () => {
      const questions = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>('[role="group"]')]

      /** Taps an element once, as a touch screen does that does not count the taps in `detail`. */
      function tap(element: Element | null | undefined) {
        const { x, y, height } = element?.getBoundingClientRect() ?? new DOMRect()
        const at = { clientX: x + 5, clientY: y + height / 2 }
        const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, ...at })
        element?.dispatchEvent(click)
      }

      test('have only asked, because the second tap does not confirm', async () => {
        useFakeTime()
        const { backend, element, button, waitForText } = await openMembers()
        await vi.advanceTimersByTimeAsync(1000)
        tap(button('Remove grace@example.com'))
        await expect.poll(() => questions(element).length).toBe(1)
        const confirm = questions(element)[0]?.querySelector('.seats-danger')
        tap(confirm)
        // A call of this tap would arrive before this call is answered.
        await backend.createOtherClient().listSeats(backend.source)
        expect(backend.calls).not.toContain('DELETE')
        expect(questions(element)).toHaveLength(1)
        await vi.advanceTimersByTimeAsync(1000)
        tap(confirm)
        await waitForText('grace@example.com is no longer a member, and has no seat.')
      })

      test('have removed one person, because the next row ignores a tap just after it has moved', async () => {
        useFakeTime()
        const { backend, element, button, waitForText } = await openMembers()
        tap(button('Remove ada@example.com'))
        await expect.poll(() => questions(element).length).toBe(1)
        await vi.advanceTimersByTimeAsync(1000)
        tap(questions(element)[0]?.querySelector('.seats-danger'))
        await waitForText('ada@example.com is no longer a member, and has no seat.')
        await expect.poll(() => button('Remove ada@example.com')).toBeUndefined()
        tap(button('Remove grace@example.com'))
        await expect.poll(() => questions(element)).toEqual([])
        await vi.advanceTimersByTimeAsync(1000)
        tap(button('Remove grace@example.com'))
        await expect.poll(() => questions(element).length).toBe(1)
        expect(backend.calls.filter((method) => method === 'DELETE')).toHaveLength(1)
      })

      test('with real touches, have neither removed a person nor asked about two', async () => {
        const { backend, element, button } = await openMembers()
        await doubleTap(button('Remove grace@example.com'))
        await expect.poll(() => questions(element).length).toBe(1)
        expect(questions(element)[0]?.ariaLabel).toContain('grace@example.com')
        expect(backend.calls).not.toContain('DELETE')
      })
    })

    test('that could not be read can be read again', async () => {
      const backend = await TestBackend.create({ roster })
      backend.brokenPath = '/members'
      const page = open({ part: 'Members', client: await backend.createPortalClient() })
      await page.waitForText('The members could not be loaded.')
      expect(page.find('[role="alert"]')?.textContent).toContain('The members could not be loaded.')
      backend.brokenPath = undefined
      await page.press('Try again')
      await page.waitForElement('select')
    })

    test('have no message about a person whose role has changed since, or who is no longer a member', async () => {
      const { backend, find, press, type } = await openMembers()
      // The event makes the page read the members again.
      const readAgain = () => window.dispatchEvent(new Event('visibilitychange'))
      const select = find<HTMLSelectElement>('select[aria-label="Role of ada@example.com"]')
      const said = () => find('[role="status"]')?.textContent
      await type('input', 'ada@example.com')
      await press('Add')
      await expect.poll(said).toBe('ada@example.com is a member already.')
      await backend.changeRole('ada@example.com', 'billing_manager')
      readAgain()
      await expect.poll(() => select?.value).toBe('billing_manager')
      expect(said()).toBe('')

      if (select) select.value = 'member'
      select?.dispatchEvent(new Event('change', { bubbles: true }))
      await expect.poll(said).toBe('ada@example.com is a member now.')
      await backend.removeMember('ada@example.com')
      readAgain()
      await expect.poll(() => select?.isConnected).toBe(false)
      expect(said()).toBe('')
    })

    test('remove nobody with a key that was already held down', async () => {
      const { backend, press, find } = await openMembers()
      await press('Remove ada@example.com')
      await expect.poll(focused).toBe('Keep')
      const remove = find('[role="group"] .seats-danger')
      remove?.focus()
      // The first press of the held key was meant for something else.
      remove?.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
      await userEvent.keyboard('{Enter>5/}')
      expect(remove?.ariaDisabled).toBe('false')
      expect(backend.calls).not.toContain('DELETE')
    })

    test('keep the focus on the button that removes somebody, which sends one call for several clicks', async () => {
      const { backend, press, find, waitForText } = await openMembers()
      await press('Remove ada@example.com')
      await expect.poll(focused).toBe('Keep')
      const remove = find('[role="group"] .seats-danger')
      const call = backend.holdNextCall('DELETE')
      remove?.focus()
      remove?.click()
      remove?.click()
      await call.arrived
      await expect.poll(() => remove?.ariaDisabled).toBe('true')
      expect(document.activeElement).toBe(remove)
      remove?.click()
      call.release()
      await waitForText('ada@example.com is no longer a member, and has no seat.')
      await expect.poll(focused).toBe('ada@example.com is no longer a member, and has no seat.')
      expect(backend.calls.filter((method) => method === 'DELETE')).toHaveLength(1)
    })
  })

  test('the button that sends a list keeps the focus if nobody is left to invite, and then sends nothing', async () => {
    const backend = await TestBackend.create({ roster })
    const { press, type, button } = open({
      part: 'TeamPanel',
      props: { source: backend.source },
      client: backend.createClient(),
    })
    await press('Invite many')
    await type('textarea', 'lin@example.com')
    await expect.poll(() => button('Invite 1 person')?.ariaDisabled).toBe('false')
    await expect.poll(() => backend.openStreamCount).toBe(1)
    const submit = button('Invite 1 person')
    submit?.focus()
    await backend.createOtherClient().assignSeat({ ...backend.source, email: 'lin@example.com' })
    await expect.poll(() => submit?.ariaDisabled).toBe('true')
    expect(document.activeElement).toBe(submit)
    submit?.click()
    expect(backend.calls).not.toContain('POST')
  })

  describe('the list of people', () => {
    async function openList() {
      const backend = await TestBackend.create({ seats: 5 })
      const props = { source: backend.source }
      const page = open({ part: 'BulkInvite', props, client: backend.createClient() })
      await page.press('Invite many')
      await page.waitForElement('dialog textarea')
      const field = () => page.find<HTMLTextAreaElement>('dialog textarea')
      const text = () => field()?.value
      const filesOf = (content: string) => {
        const data = new DataTransfer()
        data.items.add(new File([content], 'team.csv', { type: 'text/csv' }))
        return data
      }
      const drop = (dataTransfer: DataTransfer) =>
        field()?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      return {
        ...page,
        backend,
        text,
        drop,
        dropFile: (content: string) => drop(filesOf(content)),
        chooseFile(content: string) {
          const input = page.find<HTMLInputElement>('dialog input')
          if (input) input.files = filesOf(content).files
          input?.dispatchEvent(new Event('change', { bubbles: true }))
          return input
        },
        type: (list: string) => page.type('dialog textarea', list),
        async close(key: 'Escape' | 'Close') {
          if (key === 'Close') await page.press('Close')
          else await userEvent.keyboard('{Escape}')
          await page.waitForNoElement('dialog')
        },
        async openAgain() {
          await page.press('Invite many')
          await page.waitForElement('dialog')
        },
      }
    }

    test('is kept when the dialog is closed, until it is sent', async () => {
      const { text, type, close, openAgain, press, waitForText } = await openList()
      await type('ada@example.com\ngrace@example.com')
      await close('Escape')
      await openAgain()
      expect(text()).toBe('ada@example.com\ngrace@example.com')
      await type('ada@example.com')
      await close('Close')
      await openAgain()
      expect(text()).toBe('ada@example.com')
      await press('Invite 1 person')
      await waitForText('1 of 1 done.')
      await close('Close')
      await openAgain()
      await press('Invite more')
      await expect.poll(text).toBe('')
    })

    test('is kept if the invitations could not begin', async () => {
      const { backend, text, type, close, openAgain, press, waitForText } = await openList()
      await type('ada@example.com')
      await waitForText('will be invited')
      backend.brokenPath = 'seats?'
      await press('Invite 1 person')
      await waitForText('Nothing was sent.')
      backend.brokenPath = undefined
      await close('Close')
      await openAgain()
      expect(text()).toBe('ada@example.com')
    })

    test('is replaced by a file, and Undo brings each replaced list back', async () => {
      const { text, type, dropFile, chooseFile, press, button } = await openList()
      dropFile('lin@example.com')
      await expect.poll(text).toBe('lin@example.com')
      // The file replaced nothing.
      expect(button('Undo')).toBeUndefined()
      await type('ada@example.com')
      const input = chooseFile('email\ngrace@example.com')
      await expect.poll(text).toBe('email\ngrace@example.com')
      dropFile('mei@example.com')
      await expect.poll(text).toBe('mei@example.com')
      await press('Undo')
      await expect.poll(text).toBe('email\ngrace@example.com')
      await press('Undo')
      await expect.poll(text).toBe('ada@example.com')
      await expect.poll(() => button('Undo')).toBeUndefined()
      expect(document.activeElement?.matches('dialog textarea')).toBe(true)
      // Only an empty input reports that the same file is chosen again.
      expect(input?.files).toHaveLength(0)
    })

    test('takes a dropped text as each text field does', async () => {
      const { drop } = await openList()
      const dropped = new DataTransfer()
      dropped.setData('text/plain', 'ada@example.com')
      expect(drop(dropped)).toBe(true)
    })
  })

  test('“Stop” says that it is stopping, and the next clicks in its place do not continue the job', async () => {
    const backend = await TestBackend.create({ seats: 20 })
    const props = { source: backend.source }
    const { press, type, button, waitForText } = open({ part: 'BulkInvite', props, client: backend.createClient() })
    await press('Invite many')
    await type('dialog textarea', Array.from({ length: 12 }, (_, index) => `p${index}@example.com`).join(' '))
    const calls = Array.from({ length: 4 }, () => backend.holdNextCall('POST'))
    const countPosts = () => backend.calls.filter((call) => call === 'POST').length
    await press('Invite 12 people')
    await Promise.all(calls.map(({ arrived }) => arrived))
    await press('Stop')
    await waitForText('Stopping…')
    expect(focused()).toBe('Stopping…')
    expect(button('Stopping…')?.ariaDisabled).toBe('true')

    // The fake time moves only if the test advances it. TanStack Query needs some milliseconds to report an answer.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (const call of calls) call.release()
    const goOn = () => button('Continue with 8 people')
    const poll = <T>(ms: number, read: () => T) =>
      expect.poll(async () => (await vi.advanceTimersByTimeAsync(ms), read()), { interval: 1 })
    await poll(1, goOn).toBeDefined()
    goOn()?.click()
    button('Invite more')?.click()
    await vi.advanceTimersByTimeAsync(400)
    goOn()?.click()
    button('Invite more')?.click()
    await poll(100, () => goOn()?.ariaDisabled).toBe('false')
    expect(countPosts()).toBe(4)
    goOn()?.click()
    await poll(100, countPosts).toBe(12)
  })

  describe('ClaimPage', () => {
    /** Opens the page while there are too many requests, with fake time. */
    async function openClaim() {
      const backend = await TestBackend.create({ roster })
      const token = await backend.readInvitationToken('grace@example.com')
      backend.calls.length = 0
      backend.rateLimitNextCall('GET', 30)
      // The fake time moves only if the test advances it. The flow needs some milliseconds to report an answer.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      const props = { token, href: '#team' }
      const page = open({ part: 'ClaimPage', props, client: backend.createClient() })
      const poll = <T>(ms: number, read: () => T) =>
        expect.poll(async () => (await vi.advanceTimersByTimeAsync(ms), read()), { interval: 1 })
      const claimCount = () => backend.calls.filter((call) => call === 'POST').length
      return { ...page, backend, poll, claimCount }
    }

    test('ignores a press that was meant for “Try again”, and moves the focus to its heading', async () => {
      const { button, find, poll, claimCount, text } = await openClaim()
      const tryAgain = () => button('Try again')
      await poll(1, tryAgain).toBeDefined()
      expect(tryAgain()?.ariaDisabled).not.toBe('true')
      const old = tryAgain()
      old?.focus()
      // The page reads the invitation again by itself.
      await vi.advanceTimersByTimeAsync(30_000)
      const accept = () => button('Accept the invitation')
      await poll(1, accept).toBeDefined()
      expect(old?.isConnected).toBe(false)
      expect(document.activeElement).toBe(find('h1'))
      accept()?.click()
      await vi.advanceTimersByTimeAsync(400)
      accept()?.click()
      await poll(100, () => accept()?.ariaDisabled).not.toBe('true')
      expect(claimCount()).toBe(0)

      accept()?.focus()
      // The first press of the held key was meant for something else.
      accept()?.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
      await userEvent.keyboard('{Enter>5/}')
      expect(button('Accepting…')).toBeUndefined()
      await userEvent.keyboard('{Enter}')
      await poll(1, text).toContain('You are in')
      expect(claimCount()).toBe(1)
    })

    test('does not follow its link at the second click on “Accept the invitation”', async () => {
      const { button, find, poll } = await openClaim()
      let followCount = 0
      const count = (event: Event) => {
        if (event.target instanceof HTMLAnchorElement && !event.defaultPrevented) followCount++
        event.preventDefault()
      }
      document.addEventListener('click', count)
      onTestFinished(() => document.removeEventListener('click', count))
      const accept = () => button('Accept the invitation')
      await poll(1000, () => accept() !== undefined && accept()?.ariaDisabled !== 'true').toBe(true)
      accept()?.click()
      await poll(1, () => find('a')).not.toBeNull()
      find('a')?.click()
      expect(followCount).toBe(0)
      await vi.advanceTimersByTimeAsync(600)
      find('a')?.click()
      expect(followCount).toBe(1)
    })
  })

  test('the offer to continue a job does not count an invitation that failed', async () => {
    const backend = await TestBackend.create({ seats: 5 })
    const props = { source: backend.source }
    const { press, type, waitForText } = open({ part: 'BulkInvite', props, client: backend.createClient() })
    await press('Invite many')
    await type('dialog textarea', 'ada@example.com\ngrace@example.com')
    await backend.failNextCall('POST', { kind: 'status', status: 400, body: '{"error":"BadRequest","detail":"No."}' })
    await press('Invite 2 people')
    await waitForText('See below what happened to each person.')
    await press('Close')
    await waitForText('The last invitations are not finished: 1 of 2 invited.')
    await press('Continue with 1 person')
    await waitForText('2 of 2 done.')
    for (const address of ['ada@example.com', 'grace@example.com']) expect(await backend.countMails(address)).toBe(1)
  })

  test.each([
    ['SeatsTable', 'grace@example.com'],
    ['SeatsMeter', '2 of 5 seats used'],
    ['Members', 'grace@example.com'],
    ['MembersButton', 'Members'],
  ] as const)('%s keeps the focus if “Try again” loads it', async (part, content) => {
    const backend = await TestBackend.create({ roster })
    const isForMembers = part === 'Members' || part === 'MembersButton'
    const client = isForMembers ? await backend.createPortalClient() : backend.createClient()
    const path = isForMembers ? 'customer-session/user' : 'seats?'
    backend.brokenPath = path
    const props = isForMembers ? {} : { source: backend.source }
    const { press, waitForText, element } = open({ part, props, client })
    await waitForText('could not be loaded')
    backend.brokenPath = undefined
    const read = backend.holdNextCall('GET', 'answer', path)
    await press('Try again')
    await read.arrived
    const hasFocus = () => element.firstElementChild?.contains(document.activeElement)
    await expect.poll(hasFocus).toBe(true)
    read.release()
    await waitForText(content)
    await expect.poll(hasFocus).toBe(true)
  })

  describe('the class of a component', () => {
    test.each([
      'TeamPanel',
      'SeatsMeter',
      'InviteForm',
      'BulkInvite',
      'SeatsTable',
      'SeatCount',
      'ClaimPage',
      'SeatGate',
      'MembersButton',
      'Members',
    ] as const)('is on the root element of %s', async (part) => {
      const backend = await TestBackend.create({ roster })
      const isForMembers = part === 'Members' || part === 'MembersButton'
      const client = isForMembers ? await backend.createPortalClient() : backend.createClient()
      const props = isForMembers ? {} : part === 'ClaimPage' ? { token: null } : { source: backend.source }
      const { element, waitForElement } = open({ part, client, props, className: 'mine' })
      await waitForElement('.mine')
      expect([...element.querySelectorAll('.mine')]).toEqual([element.firstElementChild])
      expect(element.firstElementChild?.classList.contains('seats')).toBe(true)
    })

    test.each([
      ['me@example.com claimed', 'Only for the team.'],
      ['me@example.com', 'You are pending.'],
    ])(
      'is on an element around the content of SeatGate, which has no element without a class: %s',
      async (seat, text) => {
        const backend = await TestBackend.create({ roster: [seat] })
        const page = {
          part: 'SeatGate',
          client: backend.createClient(),
          props: { source: backend.source },
          content: 'Only for the team.',
          slots: { fallback: ({ access }: { access: SeatAccess | undefined }) => `You are ${access?.reason}.` },
        } as const
        const withClass = open({ ...page, className: 'mine' })
        await withClass.waitForText(text)
        expect(withClass.element.children).toHaveLength(1)
        expect(withClass.element.firstElementChild?.className).toBe('mine')
        for (const emptyClassName of [undefined, '']) {
          const plain = open({ ...page, ...(emptyClassName !== undefined && { className: emptyClassName }) })
          await plain.waitForText(text)
          expect(plain.element.children).toHaveLength(0)
        }
      },
    )
  })

  describe('the slots', () => {
    const details = {
      summary: ({ used, total }: { used: number; total: number }) => h('b', {}, `${used} taken of ${total}`),
      invitee: ({ who, outcome }: BulkRow) => h('i', {}, `${who} is ${outcome}`),
      priceDetails: ({ seats, preview }: PriceSlot) => h('u', {}, `${seats}: ${preview?.perPeriod ?? 'no price'}`),
    }

    test('of SeatsMeter replace the text above its bar, even without seats', async () => {
      const backend = await TestBackend.create({ roster, seats: 3 })
      const page = { part: 'SeatsMeter', slots: details } as const
      const meter = open({ ...page, client: backend.createClient(), props: { source: backend.source } })
      await meter.waitForText('2 taken of 3')
      expect(meter.text()).not.toContain('of 3 seats used')
      const emptyBackend = await TestBackend.create({ seats: 0 })
      const empty = open({ ...page, client: emptyBackend.createClient(), props: { source: emptyBackend.source } })
      await empty.waitForText('0 taken of 0')
      expect(empty.text()).toBe('0 taken of 0')
    })

    test('of BulkInvite replace the address of a person in the preview and in the results', async () => {
      const backend = await TestBackend.create({ roster })
      const props = { source: backend.source }
      const { press, type, find } = open({ part: 'BulkInvite', client: backend.createClient(), props, slots: details })
      const row = () => find('.seats-outcome-who')?.innerHTML
      await press('Invite many')
      await type('textarea', 'lin@example.com')
      await expect.poll(row).toContain('<i>lin@example.com is new</i>')
      await press('Invite 1 person')
      await expect.poll(row).toContain('<i>lin@example.com is assigned</i>')
    })

    test('of SeatCount add content below the price, and get the count, and later the price', async () => {
      const backend = await TestBackend.create({ roster, seats: 3 })
      const props = { source: backend.source }
      const { press, type, find } = open({ part: 'SeatCount', client: backend.createClient(), props, slots: details })
      const added = () => find('dialog u')?.textContent
      await press('Change the seats')
      await expect.poll(added).toBe('3: no price')
      await type('dialog input', '4')
      await expect.poll(added).toBe('4: no price')
      await press('See what it costs')
      await expect.poll(added).toBe('4: 4000')
    })

    test('of SeatsMeter, BulkInvite and SeatCount can be given to TeamPanel', async () => {
      const backend = await TestBackend.create({ roster, seats: 3 })
      const props = { source: backend.source }
      const { press, type, find, waitForText, waitForNoElement } = open({
        part: 'TeamPanel',
        client: backend.createClient(),
        props,
        slots: details,
      })
      await waitForText('2 taken of 3')
      await press('Invite many')
      await type('textarea', 'lin@example.com')
      await waitForText('lin@example.com is new')
      await press('Close')
      await waitForNoElement('dialog')
      await type('.seats-invite .seats-input', 'tom@example.com, eve@example.com')
      await press('Invite')
      await waitForText('tom@example.com is new')
      await press('Close')
      await waitForNoElement('dialog')
      await press('Change the seats')
      await expect.poll(() => find('dialog u')?.textContent).toBe('3: no price')
    })

    test('of ClaimPage replace its picture, its heading, its text and the link after the claim', async () => {
      const backend = await TestBackend.create({ roster })
      const token = await backend.readInvitationToken('grace@example.com')
      const { press, find, waitForText } = open({
        part: 'ClaimPage',
        client: backend.createClient(),
        props: { token, href: '/team' },
        slots: {
          mark: ({ kind }: ClaimSlot) => h('b', {}, kind),
          heading: ({ title }: ClaimSlot) => `${title}!`,
          body: ({ info }: ClaimSlot) => `For ${info?.customer_email}.`,
          done: ({ info }: ClaimSlot) => h('i', {}, `Welcome to ${info?.product_name}.`),
        },
      })
      await waitForText('For grace@example.com.')
      expect(find('b')?.textContent).toBe('ready')
      expect(find('h1')?.textContent).toMatch(/has a seat for you!$/)
      expect(find('svg')).toBeNull()
      expect(find('i')).toBeNull()
      await press('Accept the invitation')
      await waitForText('Welcome to Team.')
      expect(find('b')?.textContent).toBe('done')
      expect(find('a')).toBeNull()
      expect(document.activeElement).toBe(find('h1'))
    })

    const memberSlots = {
      avatar: ({ initials }: MemberSlot) => h('b', {}, initials),
      name: ({ name, you }: MemberSlot) => h('i', {}, `${name} ${you ? 'is you' : 'is not you'}`),
      rowActions: ({ member, canChange }: MemberSlot) => h('u', {}, `${member.role} ${canChange ? 'can change' : ''}`),
      empty: () => h('em', {}, 'Nobody else.'),
    }

    test('of Members replace a person, and add buttons to a row', async () => {
      const backend = await TestBackend.create({ roster })
      const client = await backend.createPortalClient()
      const { press, waitForElement, element } = open({ part: 'MembersButton', client, slots: memberSlots })
      await press('Members')
      await waitForElement('dialog select')
      const texts = (selector: string) => [...element.querySelectorAll(selector)].map(({ textContent }) => textContent)
      expect(texts('li b')).toEqual(['O', 'A', 'G', 'O'])
      expect(texts('li i').slice(1)).toEqual(['ada', 'grace', 'other'].map((name) => `${name}@example.com is not you`))
      expect(texts('li i')[0]).toMatch(/^owner@.* is you$/)
      expect(texts('li u')).toEqual(['owner ', ...Array.from({ length: 3 }, () => 'member can change')])
      expect(texts('em')).toEqual([])
    })

    test('of Members add a text for an owner who is alone', async () => {
      const backend = await TestBackend.create()
      const client = await backend.createPortalClient()
      const { press, find, waitForText, text } = open({ part: 'Members', client, slots: memberSlots })
      await press('Remove other@example.com')
      expect(text()).not.toContain('Nobody else.')
      await expect.poll(() => find('[role="group"] .seats-danger')).not.toBeNull()
      find('[role="group"] .seats-danger')?.click()
      await waitForText('Nobody else.')
    })

    test('of a row get the seat, and whether it is the user’s own seat', async () => {
      const backend = await TestBackend.create({ roster: ['me@example.com claimed', 'ada@example.com'] })
      const { element, waitForElement } = open({
        part: 'SeatsTable',
        client: backend.createClient(),
        props: { source: backend.source },
        slots: {
          row: ({ seat, you }: { seat: CustomerSeat; you: boolean }) =>
            h('tr', {}, h('td', {}, `${seat.email} ${seat.status} ${you}`)),
        },
      })
      await waitForElement('tbody td')
      await expect
        .poll(() => [...element.querySelectorAll('tbody tr')].map(({ textContent }) => textContent).toSorted())
        .toEqual(['ada@example.com pending false', 'me@example.com claimed true'])
    })
  })
}
