import '@seats/core/ui.css'
import type { SeatsClient, SeatSource } from '@seats/core'
import { expect, test } from 'vitest'
import { unmountAfterTest, watchConsole } from '../page.ts'
import { World } from '../World.ts'

export interface PanelPage {
  client: SeatsClient
  source: SeatSource
  manageBillingUrl?: string
}

interface Shown {
  element: HTMLElement
  unmount: () => void
}

interface PanelDriver {
  mount(page: PanelPage): Shown
  /** Reads the seats, renders the panel as a server does, and hydrates the text on the page. */
  hydrate(page: PanelPage): Promise<Shown & { html: string; problems: unknown[] }>
}

/** Tests `TeamPanel` of React and of Vue. */
export function panelStories(driver: PanelDriver): void {
  watchConsole()
  const roster = ['ada@example.com claimed', 'grace@example.com']

  test('a panel is rendered on a server with the seats that were read there, and hydrated without a warning', async () => {
    const world = await World.create({ roster })
    const { html, element, problems } = unmountAfterTest(
      await driver.hydrate({ client: world.createClient(), source: world.source }),
    )
    expect(html).toContain('ada@example.com')
    expect(html).toContain('grace@example.com')
    await expect.poll(() => element.querySelectorAll('.seats-cell-actions button').length).toBe(3)
    await expect.poll(() => element.querySelector('form')).not.toBeNull()
    expect(problems).toEqual([])
    // `watchConsole` fails the test if the framework warns about a difference.
  })

  /** Opens a panel whose seats are all taken, and finds things on it as a person does. */
  async function openFull(prepare?: (world: World) => Promise<void>) {
    const world = await World.create({ seats: 2, roster })
    await prepare?.(world)
    const { element } = unmountAfterTest(
      driver.mount({ client: world.createClient(), source: world.source, manageBillingUrl: '/billing' }),
    )
    const button = (label: string | RegExp) =>
      [...element.querySelectorAll('button')].find(({ textContent }) =>
        typeof label === 'string' ? textContent.trim() === label : label.test(textContent),
      )
    const isOn = (label: string | RegExp) => {
      const found = button(label)
      return found !== undefined && !found.disabled && found.ariaDisabled !== 'true'
    }
    return {
      world,
      element,
      button,
      dialog: () => element.querySelector('dialog'),
      said: () => [...element.querySelectorAll('.seats-said')].map(({ textContent }) => textContent).join(''),
      /** Presses a button as the keyboard does, as soon as it is on. */
      async press(label: string | RegExp) {
        await expect.poll(() => isOn(label)).toBe(true)
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
  type Full = Awaited<ReturnType<typeof openFull>>

  async function chooseCount({ press, element, type }: Full, opener: string, count: number) {
    await press(opener)
    await expect.poll(() => element.querySelector('dialog input')).not.toBeNull()
    type(count)
    await press('See what it costs')
  }

  test.each(['Get more seats', 'Change the seats'])('a refused card leads to the billing page: %s', async (opener) => {
    const page = await openFull()
    const { world, press, dialog } = page
    await chooseCount(page, opener, 3)
    const body = '{"error":"PaymentFailed","detail":"Payment failed with reason: card_error."}'
    await world.failNextCall('PATCH', { kind: 'status', status: 402, body })
    await press(/^Buy 1 seat/)
    await expect.poll(() => dialog()?.querySelector('a')?.textContent).toBe('Change the payment method')
    expect(dialog()?.querySelector('a')?.href).toBe(new URL('/billing', location.href).href)
  })

  test('the focus is on the news after seats were bought from the notice that goes away then', async () => {
    const page = await openFull()
    const { press, dialog, button, element } = page
    await chooseCount(page, 'Get more seats', 3)
    await press(/^Buy 1 seat/)
    await expect.poll(dialog).toBeNull()
    expect(button('Get more seats')).toBeUndefined()
    expect(element.textContent).not.toContain('Every seat is taken.')
    await expect.poll(() => document.activeElement?.textContent).toBe('You have 3 seats now.')
  })

  test('the focus stays in the panel if a notice that has it goes away by itself', async () => {
    const { world, button } = await openFull()
    await expect.poll(() => world.openStreams).toBe(1)
    await expect.poll(() => button('Get more seats')).toBeDefined()
    const notice = button('Get more seats')?.closest('.seats-banner')
    button('Get more seats')?.focus()
    await world.buySeats(3)
    await expect.poll(() => button('Get more seats')).toBeUndefined()
    expect(notice?.contains(document.activeElement)).toBe(true)
  })

  test('the focus is on the panel after the list was read again', async () => {
    const path = '/v1/customer-seats'
    const { press, element } = await openFull((world) =>
      world.failNextCall('GET', { kind: 'status', status: 503 }, path),
    )
    await expect.poll(() => element.textContent).toContain('The team could not be loaded')
    await press('Try again')
    await expect.poll(() => element.textContent).toContain('grace@example.com')
    expect(document.activeElement).toBe(element.querySelector('.seats-panel'))
  })

  test('the news of a purchase goes when the count changes again', async () => {
    const page = await openFull()
    const { world, press, dialog, said } = page
    await chooseCount(page, 'Change the seats', 3)
    await press(/^Buy 1 seat/)
    await expect.poll(dialog).toBeNull()
    await expect.poll(said).toBe('You have 3 seats now.')
    await expect.poll(() => world.openStreams).toBe(1)
    await world.buySeats(5)
    await expect.poll(said).toBe('')
  })

  test('the news of a later change goes when that change is taken back', async () => {
    const page = await openFull()
    const { world, press, dialog, said } = page
    await world.buySeats(4)
    await chooseCount(page, 'Change the seats', 2)
    await press(/^Reduce to 2 seats/)
    await expect.poll(dialog).toBeNull()
    await expect.poll(said).toMatch(/^From .* you have 2 seats\.$/)
    await press('Keep 4 seats')
    await expect.poll(said).toBe('You keep 4 seats.')
    expect(document.activeElement?.textContent).toBe('You keep 4 seats.')
  })

  test('a team without seats is told so, and to get some first', async () => {
    const world = await World.create({ seats: 0 })
    const { element } = unmountAfterTest(driver.mount({ client: world.createClient(), source: world.source }))
    await expect.poll(() => element.textContent).toContain('This subscription has no seats yet.')
    await expect.poll(() => element.textContent).toContain('Get seats first, then invite people.')
    expect(element.textContent).not.toContain('Every seat is taken.')
    expect(element.querySelector('[role="meter"]')).toBeNull()
  })

  test('members are offered to a client with a member’s session, and to no other', async () => {
    const world = await World.create({ roster })
    const buttonIn = ({ element }: Shown) =>
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Members')
    const plain = unmountAfterTest(driver.mount({ client: world.createClient(), source: world.source }))
    await expect.poll(() => plain.element.querySelectorAll('.seats-cell-actions button').length).toBe(3)
    expect(buttonIn(plain)).toBeUndefined()

    const owners = unmountAfterTest(driver.mount({ client: await world.createPortalClient(), source: world.source }))
    await expect.poll(() => buttonIn(owners)).toBeDefined()
    buttonIn(owners)?.click()
    await expect
      .poll(() => owners.element.querySelector('dialog[open] .seats-members ul')?.textContent)
      .toContain('owner@')
    // The session says who the owner is.
    expect(owners.element.querySelector('.seats-members .seats-tag')?.textContent).toBe('You')
  })
}
