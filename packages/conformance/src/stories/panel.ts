import '@seats/core/ui.css'
import type { SeatsClient, SeatSource } from '@seats/core'
import { expect, test } from 'vitest'
import { unmountAfterTest, watchConsole } from '../page.ts'
import { World } from '../World.ts'

export interface PanelPage {
  client: SeatsClient
  source: SeatSource
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
