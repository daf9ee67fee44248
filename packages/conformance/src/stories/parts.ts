import '@seats/core/ui.css'
import type { SeatsClient } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { commonUiNames } from '../names.ts'
import { unmountAfterTest, watchConsole } from '../page.ts'
import { screenOf } from '../screenOf.ts'
import { TestBackend } from '../TestBackend.ts'

export interface PartPage {
  client: SeatsClient
  /** The name of the component. */
  part: Exclude<(typeof commonUiNames)[number], 'SeatsUiProvider'>
  props?: Record<string, unknown>
}

type Mount = (page: PartPage) => { element: HTMLElement; unmount: () => void }

/** Tests the parts of `TeamPanel` of React and of Vue, each on a page of its own. */
export function partStories(mount: Mount): void {
  watchConsole()
  const roster = ['ada@example.com claimed', 'grace@example.com']

  function open(page: PartPage) {
    const { element } = unmountAfterTest(mount(page))
    const find = <Found extends HTMLElement = HTMLElement>(selector: string) => element.querySelector<Found>(selector)
    return { element, find, ...screenOf(element) }
  }
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

    test('begins at its field, also if the subscription is still loading when the dialog opens', async () => {
      const { backend, press, shows, openDialog } = await openCount(3)
      const read = backend.holdNextCall('GET', 'answer', '/v1/subscriptions/')
      await press('Change the seats')
      await shows('Loading the subscription…')
      expect(focused()).toBe('Cancel')
      read.release()
      await expect.poll(() => document.activeElement?.matches('dialog input')).toBe(true)
      await userEvent.keyboard('{Escape}')
      await expect.poll(focused).toBe('Change the seats')
      await openDialog()
    })

    test('keeps the focus on − and + at the limits, and they ignore a click there', async () => {
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
      await expect.poll(() => backend.openStreams).toBe(1)
      const review = 'See what it costs'
      await expect.poll(() => button(review)?.ariaDisabled).toBe('false')
      button(review)?.focus()
      await backend.buySeats(4)
      await expect.poll(() => button(review)?.ariaDisabled).toBe('true')
      expect(focused()).toBe(review)
    })

    test('has the focus on Cancel after a double click on the button that leads to the price', async () => {
      const { openDialog, button, type, shows } = await openCount(3)
      await openDialog()
      await type('dialog input', '4')
      await expect.poll(() => button('See what it costs')?.ariaDisabled).toBe('false')
      const review = button('See what it costs')
      if (review) await userEvent.dblClick(review)
      await shows('3 → 4 seats')
      expect(focused()).toBe('Cancel')
    })
  })

  describe('the members', () => {
    async function openMembers() {
      const backend = await TestBackend.create({ roster })
      const page = open({ part: 'Members', client: await backend.createPortalClient() })
      await page.has('select')
      return { ...page, backend }
    }

    test('keep the focus on a role while it is being changed, and ignore another choice until then', async () => {
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

    test('are not shown to somebody who may not manage them, who sends no request that would be refused', async () => {
      const backend = await TestBackend.create({ roster })
      const client = await backend.createPortalClient('ada@example.com')
      const read = backend.holdNextCall('GET', 'answer')
      const button = open({ part: 'MembersButton', client })
      await read.arrived
      expect(button.text()).toBe('')
      read.release()

      const secondRead = backend.holdNextCall('GET', 'answer')
      const members = open({ part: 'Members', client })
      await members.shows('Loading the members…')
      expect(members.find('form')).toBeNull()
      secondRead.release()
      await expect.poll(members.text).toBe('')
      expect(button.text()).toBe('')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    test('disappear from the page of a billing manager who has lost that role, after the first refusal', async () => {
      const backend = await TestBackend.create({ roster })
      await backend.changeRole('ada@example.com', 'billing_manager')
      const client = await backend.createPortalClient('ada@example.com')
      const { press, type, find, has, lacks } = open({ part: 'MembersButton', client })
      await press('Members')
      await has('dialog select')
      expect(find('.seats-tag')?.closest('li')?.textContent).toContain('ada@example.com')
      await backend.changeRole('ada@example.com', 'member')
      await type('dialog input', 'lin@example.com')
      await press('Add')
      await lacks('button')
    })

    test('keep the focus in the list if the person with the focus was removed by somebody else', async () => {
      const { backend, button, find } = await openMembers()
      button('Remove grace@example.com')?.focus()
      await backend.removeMember('grace@example.com')
      // The page reads again.
      window.dispatchEvent(new Event('visibilitychange'))
      await expect.poll(() => button('Remove grace@example.com')).toBeUndefined()
      await expect.poll(() => find('ul')?.contains(document.activeElement)).toBe(true)
    })

    test('keep the focus on the button that removes somebody, which sends one call for several clicks', async () => {
      const { backend, press, find, shows } = await openMembers()
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
      await shows('ada@example.com is no longer a member, and has no seat.')
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
    await expect.poll(() => backend.openStreams).toBe(1)
    const submit = button('Invite 1 person')
    submit?.focus()
    await backend.createOtherClient().assignSeat({ ...backend.source, email: 'lin@example.com' })
    await expect.poll(() => submit?.ariaDisabled).toBe('true')
    expect(document.activeElement).toBe(submit)
    submit?.click()
    expect(backend.calls).not.toContain('POST')
  })

  test('the table keeps the focus after the roster was read again', async () => {
    const backend = await TestBackend.create({ roster })
    backend.brokenPath = 'seats?'
    const { press, shows, find } = open({
      part: 'SeatsTable',
      props: { source: backend.source },
      client: backend.createClient(),
    })
    await shows('The team could not be loaded')
    backend.brokenPath = undefined
    await press('Try again')
    await shows('grace@example.com')
    await expect.poll(() => find('.seats-people')?.contains(document.activeElement)).toBe(true)
  })
}
