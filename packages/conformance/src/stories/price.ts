import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { TestBackend } from '../TestBackend.ts'

interface PricePage {
  backend: TestBackend
  dialog: () => HTMLDialogElement | null
  press: (label: string | RegExp) => Promise<void>
  /** Chooses the seat count in the dialog, and asks for its price. */
  askForPrice: () => Promise<void>
}

/**
 * Tests the confirmation of a price in a panel.
 * @param open opens the panel of a team with 2 seats whose subscription has a discount
 */
export function priceStories(open: (count: number) => Promise<PricePage>): void {
  const partsOf = ({ dialog }: PricePage) => ({
    confirm: () => dialog()?.querySelector<HTMLButtonElement>('.seats-primary'),
    label: () => dialog()?.querySelector('.seats-primary')?.textContent.trim(),
    heading: () => dialog()?.querySelector('h4')?.textContent.trim(),
    announced: () => dialog()?.querySelector('[role="status"]')?.textContent,
    problem: () => dialog()?.querySelector('[role="alert"]')?.textContent,
  })
  const focused = () => document.activeElement?.textContent.trim()
  const countPurchases = ({ calls }: TestBackend) => calls.filter((call) => call === 'PATCH').length

  test('that has risen since it was shown is announced, and the purchase needs a second confirmation', async () => {
    const page = await open(3)
    const { backend, press, dialog, askForPrice } = page
    const { label, announced, problem } = partsOf(page)
    await askForPrice()
    await expect.poll(label).toMatch(/^Buy 1 seat/)
    const before = label()
    expect(announced()).toBe('')
    await backend.endDiscount()
    await press(/^Buy 1 seat/)
    await expect.poll(announced).toMatch(/^Buy 1 seat/)
    expect(problem()).toContain('The price has changed')
    expect(announced()).toBe(label())
    expect(announced()).not.toBe(before)
    expect(focused()).toBe('Cancel')
    await press(/^Buy 1 seat/)
    await expect.poll(dialog).toBeNull()
  })

  test('is announced each time it changes, even if it changes back to the first price', async () => {
    const page = await open(3)
    const { backend, press, askForPrice } = page
    const { label, announced } = partsOf(page)
    await askForPrice()
    await expect.poll(label).toMatch(/^Buy 1 seat/)
    const first = label()
    await backend.endDiscount()
    await press(/^Buy 1 seat/)
    await expect.poll(announced).toMatch(/^Buy 1 seat/)
    expect(announced()).not.toBe(first)
    // A price that has fallen does not stop a purchase. So the server is made to refuse this purchase.
    await backend.startDiscount()
    await backend.failNextCall('PATCH', { kind: 'status', status: 409, body: '{"error":"SeatPriceChanged"}' })
    await press(/^Buy 1 seat/)
    await expect.poll(announced).toBe(first)
    expect(label()).toBe(first)
  })

  test('of each later period is on the button for a reduction', async () => {
    const page = await open(4)
    await page.backend.buySeats(5)
    const { label } = partsOf(page)
    await page.askForPrice()
    await expect.poll(label).toMatch(/^Reduce to 4 seats on .+ \d{4}, then (about )?\$\d+\.\d\d each month$/)
  })

  test('shows an error if it could not be loaded, and can be requested again', async () => {
    const page = await open(3)
    const { backend, press, askForPrice } = page
    const { confirm, label, heading, problem } = partsOf(page)
    backend.brokenPath = 'change-preview'
    await askForPrice()
    await expect.poll(heading).toBe('The price could not be loaded.')
    expect(problem()).toContain('The server has a problem.')
    backend.brokenPath = undefined
    const preview = backend.holdNextCall('POST')
    const tryAgain = confirm()
    await press('Try again')
    await preview.arrived
    await expect.poll(heading).toBe('Asking for the price…')
    expect(problem()).toBe('')
    preview.release()
    await expect.poll(heading).toBe('2 → 3 seats')
    expect(problem()).toBe('')
    expect(label()).toMatch(/^Buy 1 seat/)
    // The next press of the same key must not buy anything.
    expect(focused()).toBe('Cancel')
    expect(tryAgain?.isConnected).toBe(false)
  })

  test('is not confirmed by a key that was already held down', async () => {
    const page = await open(3)
    const { backend, press, dialog, askForPrice } = page
    const { confirm, label, problem } = partsOf(page)
    await askForPrice()
    await expect.poll(label).toMatch(/^Buy 1 seat/)
    await backend.failNextCall('PATCH', { kind: 'status', status: 402, body: '{"error":"PaymentFailed"}' })
    await press(/^Buy 1 seat/)
    await expect.poll(problem).toContain('The payment was refused')
    await expect.poll(() => confirm()?.ariaDisabled).toBe('false')
    confirm()?.focus()
    // The first press of the key was meant for something else.
    confirm()?.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
    await userEvent.keyboard('{Enter>5/}')
    expect(confirm()?.ariaDisabled).toBe('false')
    expect(countPurchases(backend)).toBe(1)
    await userEvent.keyboard('{Enter}')
    await expect.poll(dialog).toBeNull()
    expect(countPurchases(backend)).toBe(2)
  })

  test('shows its own error in place of the refusal if it cannot be loaded after a refused purchase', async () => {
    const page = await open(3)
    const { backend, press, askForPrice } = page
    const { label, heading, problem } = partsOf(page)
    await askForPrice()
    await expect.poll(label).toMatch(/^Buy 1 seat/)
    await backend.failNextCall('PATCH', { kind: 'status', status: 409, body: '{"error":"SeatPriceChanged"}' })
    backend.brokenPath = 'change-preview'
    await press(/^Buy 1 seat/)
    await expect.poll(heading).toBe('The price could not be loaded.')
    expect(problem()).toContain('The server has a problem.')
  })

  test('has a button that ignores clicks for half a second after the price has changed', async () => {
    const page = await open(3)
    const { backend, press, dialog, askForPrice } = page
    const { confirm, label } = partsOf(page)
    await askForPrice()
    await expect.poll(label).toMatch(/^Buy 1 seat/)
    const first = label()
    await backend.endDiscount()
    await expect.poll(() => confirm()?.ariaDisabled).toBe('false')
    // The fake time moves only if the test or `poll` advances it. `poll` advances the time by its interval. TanStack
    // Query needs some milliseconds to report an answer.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const inTime = <T>(ms: number, read: () => T) =>
      expect.poll(
        async () => {
          await vi.advanceTimersByTimeAsync(ms)
          return read()
        },
        { interval: 1 },
      )
    await press(/^Buy 1 seat/)
    // The half second begins when the button shows the new price.
    await inTime(1, label).not.toBe(first)
    const click = () => {
      expect(confirm()?.ariaDisabled).toBe('true')
      confirm()?.click()
    }
    click()
    await vi.advanceTimersByTimeAsync(490)
    click()
    // If a click had not been ignored, a purchase would be under way, and the button would stay disabled.
    await inTime(100, () => confirm()?.ariaDisabled).toBe('false')
    expect(countPurchases(backend)).toBe(1)
    confirm()?.click()
    await inTime(100, dialog).toBeNull()
    expect(countPurchases(backend)).toBe(2)
  })
}
