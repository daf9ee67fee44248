import '@seats/core/ui.css'
import type { SeatsClient, SeatSource } from '@seats/core'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { unmountAfterTest, useFakeTime, watchConsole } from '../page.ts'
import { TestBackend } from '../TestBackend.ts'
import { priceStories } from './price.ts'

export interface PanelPage {
  client: SeatsClient
  source: SeatSource
  manageBillingUrl?: string
}

interface MountedPanel {
  element: HTMLElement
  setClient: (client: SeatsClient) => void
  unmount: () => void
}

interface PanelDriver {
  mount(page: PanelPage): MountedPanel
  /** Reads the seats, renders the panel as a server does, and hydrates the HTML on the page. */
  hydrate(page: PanelPage): Promise<Omit<MountedPanel, 'setClient'> & { html: string; hydrationErrors: unknown[] }>
}

/** Tests `TeamPanel` of React and of Vue. */
export function panelStories(driver: PanelDriver): void {
  watchConsole()
  const roster = ['ada@example.com claimed', 'grace@example.com']

  test('a panel is rendered on a server with its seats, and hydrated without a warning', async () => {
    const backend = await TestBackend.create({ roster })
    const { html, element, hydrationErrors } = unmountAfterTest(
      await driver.hydrate({ client: backend.createClient(), source: backend.source }),
    )
    expect(html).toContain('ada@example.com')
    expect(html).toContain('grace@example.com')
    await expect.poll(() => element.querySelectorAll('.seats-cell-actions button').length).toBe(3)
    await expect.poll(() => element.querySelector('form')).not.toBeNull()
    expect(hydrationErrors).toEqual([])
    // `watchConsole` fails the test if the framework warns about a difference.
  })

  /** Opens a panel whose seats are all taken. Returns functions that find and press its elements by their labels. */
  async function openFullPanel(prepare?: (backend: TestBackend) => Promise<void>, { discount = false } = {}) {
    const backend = await TestBackend.create({ seats: 2, roster, discount })
    await prepare?.(backend)
    const { element } = unmountAfterTest(
      driver.mount({ client: backend.createClient(), source: backend.source, manageBillingUrl: '/billing' }),
    )
    const button = (label: string | RegExp) =>
      [...element.querySelectorAll('button')].find(({ textContent }) =>
        typeof label === 'string' ? textContent.trim() === label : label.test(textContent),
      )
    const isEnabled = (label: string | RegExp) => {
      const found = button(label)
      return found !== undefined && !found.disabled && found.ariaDisabled !== 'true'
    }
    return {
      backend,
      element,
      button,
      dialog: () => element.querySelector('dialog'),
      said: () => [...element.querySelectorAll('.seats-said')].map(({ textContent }) => textContent).join(''),
      /** Waits until a button is enabled, focuses it and clicks it, as a keyboard does. */
      async press(label: string | RegExp) {
        await expect.poll(() => isEnabled(label)).toBe(true)
        button(label)?.focus()
        button(label)?.click()
      },
      type(count: number) {
        const field = element.querySelector<HTMLInputElement>('dialog input')
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, String(count))
        field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      },
    }
  }
  type FullPanel = Awaited<ReturnType<typeof openFullPanel>>

  async function chooseCount({ press, element, type }: FullPanel, opener: string, count: number) {
    await press(opener)
    await expect.poll(() => element.querySelector('dialog input')).not.toBeNull()
    type(count)
    await press('See what it costs')
  }

  /** Buys 4 seats, and schedules a reduction to 2 seats. */
  async function scheduleReduction(page: FullPanel) {
    await page.backend.buySeats(4)
    await chooseCount(page, 'Change the seats', 2)
    await page.press(/^Reduce to 2 seats/)
    await expect.poll(page.dialog).toBeNull()
  }

  test.each(['Get more seats', 'Change the seats'])(
    'the message about a refused card links to the billing page: %s',
    async (opener) => {
      const page = await openFullPanel()
      const { backend, press, dialog } = page
      await chooseCount(page, opener, 3)
      const body = '{"error":"PaymentFailed","detail":"Payment failed with reason: card_error."}'
      await backend.failNextCall('PATCH', { kind: 'status', status: 402, body })
      await press(/^Buy 1 seat/)
      await expect.poll(() => dialog()?.querySelector('a')?.textContent).toBe('Change the payment method')
      expect(dialog()?.querySelector('a')?.href).toBe(new URL('/billing', location.href).href)
    },
  )

  test('the message about a purchase gets the focus if the notice with “Get more seats” disappears', async () => {
    const page = await openFullPanel()
    const { press, dialog, button, element } = page
    await chooseCount(page, 'Get more seats', 3)
    await press(/^Buy 1 seat/)
    await expect.poll(dialog).toBeNull()
    expect(button('Get more seats')).toBeUndefined()
    expect(element.textContent).not.toContain('Every seat is taken.')
    await expect.poll(() => document.activeElement?.textContent).toBe('You have 3 seats now.')
  })

  test('the focus stays in the panel if a notice with the focus disappears', async () => {
    const { backend, button } = await openFullPanel()
    await expect.poll(() => backend.openStreamCount).toBe(1)
    await expect.poll(() => button('Get more seats')).toBeDefined()
    const notice = button('Get more seats')?.closest('.seats-banner')
    button('Get more seats')?.focus()
    await backend.buySeats(3)
    await expect.poll(() => button('Get more seats')).toBeUndefined()
    expect(notice?.contains(document.activeElement)).toBe(true)
  })

  test('a double click on Revoke takes one seat if the notice above the rows disappears between its clicks', async () => {
    const people = ['ada@example.com', 'grace@example.com', 'lin@example.com']
    const { innerWidth, innerHeight } = window
    onTestFinished(() => page.viewport(innerWidth, innerHeight))
    // On a wide page, a row is less high than the notice.
    await page.viewport(1000, 800)
    const backend = await TestBackend.create({ seats: people.length, roster: people })
    const { element } = unmountAfterTest(driver.mount({ client: backend.createClient(), source: backend.source }))
    const revokeButtons = () => [...element.querySelectorAll<HTMLElement>('.seats-cell-actions .seats-danger')]
    await expect.poll(() => revokeButtons().length).toBe(3)
    await expect.poll(() => element.textContent).toContain('Every seat is taken.')
    const [first] = revokeButtons()
    if (first === undefined) throw new Error('There is no button “Revoke”.')
    const { top, left } = first.getBoundingClientRect()
    const place = { x: 10, y: 8 }
    await userEvent.dblClick(first, { position: place, delay: 150 })
    await expect.poll(() => element.textContent).toContain('no longer has a seat')
    expect(backend.calls.filter((call) => call === 'DELETE')).toHaveLength(1)
    await expect.poll(() => element.textContent).not.toContain('Every seat is taken.')
    const revokeUnderPointer = document.elementFromPoint(left + place.x, top + place.y)?.closest('.seats-danger')
    expect(revokeUnderPointer).not.toBeNull()
  })

  describe('a click on a row', () => {
    async function openTeam() {
      const { innerWidth, innerHeight } = window
      onTestFinished(() => page.viewport(innerWidth, innerHeight))
      // On a wide page, a row is less high than the notice.
      await page.viewport(1000, 800)
      useFakeTime()
      const people = ['ada@example.com', 'grace@example.com', 'lin@example.com']
      const backend = await TestBackend.create({ seats: people.length, roster: people })
      const { element } = unmountAfterTest(driver.mount({ client: backend.createClient(), source: backend.source }))
      const revokeButtons = () => [...element.querySelectorAll<HTMLElement>('.seats-cell-actions .seats-danger')]
      const text = () => element.textContent
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await expect.poll(() => revokeButtons().length).toBe(3)
      await expect.poll(text).toContain('Every seat is taken.')
      // After a second in which nothing has moved, a click is certainly accepted.
      const letTimePass = () => vi.advanceTimersByTimeAsync(1000)
      await letTimePass()
      /** Clicks a button once, as a pointer does. Returns whether the click was accepted. */
      function click(button: HTMLElement | undefined) {
        const { x, y, height } = button?.getBoundingClientRect() ?? new DOMRect()
        const at = { clientX: x + 1, clientY: y + height / 2 }
        return button?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, ...at }))
      }
      return { backend, element, text, revokeButtons, letTimePass, click }
    }

    test('is ignored for half a second after the row has slid under the pointer, and for no longer than 0.6 s', async () => {
      const { backend, text, revokeButtons, click } = await openTeam()
      await backend.buySeats(4)
      await expect.poll(text).not.toContain('Every seat is taken.')
      expect(click(revokeButtons()[0])).toBe(false)
      await vi.advanceTimersByTimeAsync(600)
      expect(click(revokeButtons()[0])).toBe(true)
      await expect.poll(text).toContain('no longer has a seat')
    })

    test('is ignored too if another row was inserted', async () => {
      const { backend, text, revokeButtons, letTimePass, click } = await openTeam()
      await backend.buySeats(5)
      await expect.poll(text).not.toContain('Every seat is taken.')
      await letTimePass()
      const [first, second] = revokeButtons()
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'tom@example.com' })
      await expect.poll(text).toContain('tom@example.com')
      await expect.poll(() => revokeButtons().indexOf(first as HTMLElement)).toBe(1)
      expect(click(first)).toBe(false)
      await letTimePass()
      expect(click(second)).toBe(true)
    })

    test('is ignored too if its row has just been inserted where another row was', async () => {
      const { backend, text, revokeButtons, letTimePass, click } = await openTeam()
      await backend.buySeats(5)
      await expect.poll(text).not.toContain('Every seat is taken.')
      await letTimePass()
      const [first] = revokeButtons()
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'tom@example.com' })
      await expect.poll(() => revokeButtons().indexOf(first as HTMLElement)).toBe(1)
      const [inserted] = revokeButtons()
      expect(inserted?.ariaLabel).toContain('tom@example.com')
      expect(click(inserted)).toBe(false)
      await letTimePass()
      expect(click(inserted)).toBe(true)
    })

    test('is left alone if the row belongs to another list, which has moved', async () => {
      const { element, letTimePass, click } = await openTeam()
      const row = element.appendChild(document.createElement('div'))
      row.dataset.seatsRow = 'ada@example.com'
      row.style.cssText = 'position: absolute; inset: 0 auto auto 0; inline-size: 100px; block-size: 50px'
      await letTimePass()
      row.style.insetBlockStart = '200px'
      expect(click(row)).toBe(true)
    })

    test('is accepted after scrolling, which moves the row too', async () => {
      const { element, revokeButtons, click } = await openTeam()
      element.style.paddingBlock = '100vh'
      window.scrollTo(0, 50)
      await vi.advanceTimersByTimeAsync(1000)
      window.scrollTo(0, 250)
      expect(click(revokeButtons()[0])).toBe(true)
    })

    test('is ignored if it follows a click at the same place on another row, on a screen that does not count taps', async () => {
      const { revokeButtons } = await openTeam()
      const tap = (button: HTMLElement | undefined, clientY: number) =>
        button?.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX: 100, clientY }),
        )
      const [first, second, third] = revokeButtons()
      expect(tap(first, 100)).toBe(true)
      expect(tap(second, 105)).toBe(false)
      expect(tap(third, 300)).toBe(true)
    })
  })

  test('the panel gets the focus if “Try again” loads the roster', async () => {
    const path = '/v1/customer-seats'
    const { press, element } = await openFullPanel((backend) =>
      backend.failNextCall('GET', { kind: 'status', status: 503 }, path),
    )
    await expect.poll(() => element.textContent).toContain('The team could not be loaded')
    await press('Try again')
    await expect.poll(() => element.textContent).toContain('grace@example.com')
    expect(document.activeElement).toBe(element.querySelector('.seats-panel'))
  })

  test('the message about a purchase disappears when the seat count changes again', async () => {
    const page = await openFullPanel()
    const { backend, press, dialog, said } = page
    await chooseCount(page, 'Change the seats', 3)
    await press(/^Buy 1 seat/)
    await expect.poll(dialog).toBeNull()
    await expect.poll(said).toBe('You have 3 seats now.')
    await expect.poll(() => backend.openStreamCount).toBe(1)
    await backend.buySeats(5)
    await expect.poll(said).toBe('')
  })

  test('the message about a scheduled change disappears when that change is cancelled', async () => {
    const page = await openFullPanel()
    const { press, said } = page
    await scheduleReduction(page)
    await expect.poll(said).toMatch(/^From .* you have 2 seats\.$/)
    await press('Keep 4 seats')
    await press(/^Keep 4 seats, then/)
    await expect.poll(said).toBe('You keep 4 seats.')
    await expect.poll(() => document.activeElement?.textContent).toBe('You keep 4 seats.')
  })

  test('a scheduled reduction is cancelled only after its price was shown, because the next invoice is then higher', async () => {
    const page = await openFullPanel()
    const { backend, press, dialog, said, button } = page
    await scheduleReduction(page)
    backend.calls.length = 0
    const keep = 'Keep 4 seats, then $40.00 each month'
    await press('Keep 4 seats')
    await expect.poll(() => dialog()?.querySelector('.seats-primary')?.textContent.trim()).toBe(keep)
    expect(document.activeElement?.textContent.trim()).toBe('Cancel')
    expect(dialog()?.textContent).toContain('2 → 4 seats')
    expect(dialog()?.textContent).toContain('To pay now$0.00')
    await userEvent.keyboard('{Enter}')
    await expect.poll(dialog).toBeNull()
    expect(document.activeElement).toBe(button('Keep 4 seats'))
    expect(backend.calls).not.toContain('PATCH')

    // Somebody else schedules another count in the meantime.
    await press('Keep 4 seats')
    const call = backend.holdNextCall('PATCH')
    await press(keep)
    await call.arrived
    await backend.buySeats(3)
    call.release()
    // The sentence does not speak of a price, because an app can also cancel a change without showing one.
    const refusal =
      'The subscription has changed since it was shown. Nothing was bought or cancelled. Look at it, then confirm again.'
    await expect.poll(() => dialog()?.querySelector('[role="alert"]')?.textContent).toBe(refusal)
    await expect.poll(() => dialog()?.textContent).toContain('3 → 4 seats')
    await press(keep)
    await expect.poll(dialog).toBeNull()
    await expect.poll(said).toBe('You keep 4 seats.')
  })

  test.each([
    ['the seat count changes', 6, 'of 6 seats used'],
    ['another change is scheduled, which leaves the focus where it is', 3, 'Keep 4 seats'],
  ])('the message that the seats are kept disappears when %s', async (_when, nextCount, sentence) => {
    const page = await openFullPanel()
    const { backend, element, press, dialog, said } = page
    await scheduleReduction(page)
    await press('Keep 4 seats')
    await press(/^Keep 4 seats, then/)
    await expect.poll(dialog).toBeNull()
    await expect.poll(said).toBe('You keep 4 seats.')
    await expect.poll(() => backend.openStreamCount).toBe(1)
    // A click on an empty part of the page also takes the focus away.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await backend.buySeats(nextCount)
    await expect.poll(() => element.textContent).toContain(sentence)
    await expect.poll(said).toBe('')
    expect(document.activeElement).toBe(document.body)
  })

  test('a team without seats is told to get seats first', async () => {
    const backend = await TestBackend.create({ seats: 0 })
    const { element } = unmountAfterTest(driver.mount({ client: backend.createClient(), source: backend.source }))
    await expect.poll(() => element.textContent).toContain('This subscription has no seats yet.')
    await expect.poll(() => element.textContent).toContain('Get seats first, then invite people.')
    expect(element.textContent).not.toContain('Every seat is taken.')
    expect(element.querySelector('[role="meter"]')).toBeNull()
  })

  test('a team without seats buys its first seat', async () => {
    const backend = await TestBackend.create({ seats: 0 })
    const { element } = unmountAfterTest(driver.mount({ client: backend.createClient(), source: backend.source }))
    const press = async (label: string | RegExp) => {
      const find = () => [...element.querySelectorAll('button')].find(({ innerText }) => innerText.match(label))
      await expect.poll(() => find()?.ariaDisabled === 'true' || find() === undefined).toBe(false)
      find()?.click()
    }
    await press('Change the seats')
    await expect.poll(() => element.querySelector<HTMLInputElement>('dialog input')?.value).toBe('1')
    expect(element.querySelector('dialog [role="alert"]')?.textContent).toBe('')
    await press('See what it costs')
    await press(/^Buy 1 seat/)
    await expect.poll(() => element.querySelector('[role="meter"]')?.ariaValueText).toBe('0 of 1 seat used')
  })

  describe('the price', () => {
    priceStories(async (count) => {
      const page = await openFullPanel(undefined, { discount: true })
      // This button stays if somebody else buys seats.
      const askForPrice = () => chooseCount(page, 'Change the seats', count)
      return { ...page, askForPrice }
    })
  })

  test('a payment that failed is shown, with a link to the billing page if there is one', async () => {
    const backend = await TestBackend.create({ roster })
    await backend.failPayment()
    const open = (more?: Pick<PanelPage, 'manageBillingUrl'>) =>
      unmountAfterTest(driver.mount({ client: backend.createClient(), source: backend.source, ...more })).element
    const sentence = 'The last payment failed. Until it is paid, people can lose their access.'
    const page = open({ manageBillingUrl: '/billing' })
    await expect.poll(() => page.textContent).toContain(sentence)
    expect(page.querySelector('a')?.textContent).toBe('Change the payment method')
    expect(page.querySelector('a')?.href).toBe(new URL('/billing', location.href).href)

    const plain = open()
    await expect.poll(() => plain.textContent).toContain(sentence)
    expect(plain.querySelector('a')).toBeNull()
  })

  const membersButtonOf = ({ element }: MountedPanel) =>
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Members')

  test('the button for the members is shown only to a client with the session of a member', async () => {
    const backend = await TestBackend.create({ roster })
    const withoutSession = unmountAfterTest(driver.mount({ client: backend.createClient(), source: backend.source }))
    await expect.poll(() => withoutSession.element.querySelectorAll('.seats-cell-actions button').length).toBe(3)
    expect(membersButtonOf(withoutSession)).toBeUndefined()

    const withSession = unmountAfterTest(
      driver.mount({ client: await backend.createPortalClient(), source: backend.source }),
    )
    await expect.poll(() => membersButtonOf(withSession)).toBeDefined()
    membersButtonOf(withSession)?.focus()
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => withSession.element.querySelector('dialog[open] .seats-members ul')?.textContent)
      .toContain('owner@')
    // The session says who the owner is.
    expect(withSession.element.querySelector('.seats-members .seats-tag')?.textContent).toBe('You')
    expect(document.activeElement?.matches('.seats-members input')).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => withSession.element.querySelector('dialog')).toBeNull()
    expect(document.activeElement).toBe(membersButtonOf(withSession))
  })

  test('the button for the members disappears if the page changes to a client without a session, whose seats are known', async () => {
    const backend = await TestBackend.create({ roster })
    const withoutSession = backend.createClient({ scope: 'other' })
    const withSession = await backend.createPortalClient()
    const page = unmountAfterTest(driver.mount({ client: withoutSession, source: backend.source }))
    await expect.poll(() => page.element.querySelectorAll('.seats-cell-actions button').length).toBe(3)
    page.setClient(withSession)
    await expect.poll(() => membersButtonOf(page)).toBeDefined()
    page.setClient(withoutSession)
    // A read of the signed-in user would have failed before this event arrives.
    await backend.createOtherClient().assignSeat({ ...backend.source, email: 'lin@example.com' })
    await expect.poll(() => page.element.textContent).toContain('lin@example.com')
    expect(page.element.querySelector('.seats-members-button')).toBeNull()
    page.setClient(withSession)
    await expect.poll(() => membersButtonOf(page)).toBeDefined()
  })
}
