import '@seats/core/ui.css'
import type { SeatRecipient, SeatsClient, SeatSource } from '@seats/core'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { unmountAfterTest, useFakeTime, watchConsole } from '../page.ts'
import { TestBackend } from '../TestBackend.ts'

/**
 * The slots of the table on a page:
 *
 * - `none`: no slots
 * - `parts`: `avatar` (`<b>`), `name` (`<i>`), `columnHeader` ("Team"), `column` ("of" and the status), `rowActions` (a
 *   button "Write to" and the name) and `empty` ("Nobody here.")
 * - `row`: a `<tr>` with the name, the status, the call that is being sent, and the buttons "Take" (revoke) and "Again"
 *   (resend)
 */
export type TableLook = 'none' | 'parts' | 'row'

export interface TablePage {
  client: SeatsClient
  source: SeatSource
  look: TableLook
  /** The signed-in user. By default, the server says that the user is me@example.com. */
  you?: SeatRecipient | undefined
  /** Called for each render of the slot `name`. */
  onDrawName: () => void
}

type Mount = (page: TablePage) => { element: HTMLElement; unmount: () => void; setSource: (source: SeatSource) => void }

/** Tests `SeatsTable` of React and of Vue. */
export function tableStories(mount: Mount): void {
  watchConsole()

  interface Options extends Pick<TablePage, 'you'> {
    /** True if a day has passed since the invitations, so that they have expired. */
    isNextDay?: boolean
    /**
     * The address of a billing manager on the roster. If it is given, the page has a client with this person's session.
     */
    manager?: string
    /** True if the user may revoke seats, but not assign them. */
    cannotAssign?: boolean
    /** False if the backend has no live events, so that the page does not hear of changes. */
    events?: boolean
  }

  async function open(
    look: TableLook,
    roster: string[],
    { you, isNextDay = false, manager, cannotAssign = false, events = true }: Options = {},
  ) {
    const backend = await TestBackend.create({ seats: roster.length + 1, roster, cannotAssign })
    if (isNextDay) {
      onTestFinished(() => TestBackend.resetClock())
      await backend.advanceClock(86_460)
    }
    if (manager !== undefined) await backend.changeRole(manager, 'billing_manager')
    const client = manager === undefined ? backend.createClient({ events }) : await backend.createPortalClient(manager)
    let drawCount = 0
    const onDrawName = () => void drawCount++
    const { element, setSource } = unmountAfterTest(mount({ client, source: backend.source, look, you, onDrawName }))
    const all = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)]
    const rows = () => all('[data-seats-row]')
    const row = (name: string) => rows().find(({ textContent }) => textContent.includes(name))
    const button = (label: string) =>
      all('button').find((each) => each.ariaLabel === label || each.textContent.trim() === label)
    return {
      backend,
      element,
      setSource,
      all,
      rows,
      row,
      countDraws: () => drawCount,
      hasFocus: (selector: string) => document.activeElement?.matches(selector) ?? false,
      text: () => element.textContent,
      /** Focuses a button and clicks it, as a keyboard does. */
      async press(label: string) {
        await expect.poll(() => button(label)).toBeDefined()
        button(label)?.focus()
        button(label)?.click()
      },
      focus: (label: string) =>
        expect.poll(() => (button(label)?.focus(), document.activeElement === button(label))).toBe(true),
      search(text: string) {
        const input = element.querySelector('input')
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
        input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      },
    }
  }

  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => `p${String(index).padStart(5, '0')}@example.com`)

  describe('the slots of the table', () => {
    test('replace the name, the avatar and the text of an empty table, and add a column and a button', async () => {
      const { all, press, text, row } = await open('parts', ['ada@example.com claimed'])
      await expect.poll(() => all('i').map(({ textContent }) => textContent)).toEqual(['ada@example.com'])
      expect(all('b').map(({ textContent }) => textContent)).toEqual(['A'])
      expect(all('thead th').map(({ textContent }) => textContent)).toEqual([
        'Person',
        'Status',
        'When',
        'Team',
        'Actions',
      ])
      expect(row('ada')?.textContent).toContain('of claimed')
      expect(row('ada')?.textContent).toContain('Write to ada@example.com')
      await press('Revoke the seat of ada@example.com')
      await press('Revoke the seat of ada@example.com')
      await press('Dismiss')
      await expect.poll(text).toContain('Nobody here.')
    })

    test('a row from the app still shows the question, the message and Undo, and gets the focus', async () => {
      const { hasFocus, press, row, backend, text } = await open('row', [
        'ada@example.com claimed',
        'grace@example.com',
      ])
      await press('Take ada@example.com')
      await expect.poll(() => hasFocus('[role="group"] button')).toBe(true)
      expect(document.activeElement?.textContent.trim()).toBe('Keep')
      expect(backend.calls).not.toContain('DELETE')

      await press('Keep')
      await expect.poll(() => row('ada')?.textContent).toContain('Take')
      expect(hasFocus('[data-seats-row="ada@example.com"]')).toBe(true)

      await press('Take ada@example.com')
      await press('Revoke the seat of ada@example.com')
      await expect.poll(text).toContain('ada@example.com no longer has a seat.')
      await expect.poll(() => hasFocus('p')).toBe(true)
      await press('Undo')
      await expect.poll(text).toContain('ada@example.com has the seat again.')
      expect(backend.calls.filter((call) => call === 'DELETE')).toHaveLength(1)
    })

    test('a row from the app gets the call that is being sent, and no action that would be refused', async () => {
      const { press, row, backend } = await open('row', ['ada@example.com claimed', 'grace@example.com'])
      const call = backend.holdNextCall('POST')
      await expect.poll(() => row('grace')?.textContent).toContain('Again')
      expect(row('ada')?.textContent).not.toContain('Again')
      await press('Again grace@example.com')
      await call.arrived
      await expect.poll(() => row('grace')?.textContent).toContain('resend…')
      call.release()
      await expect.poll(() => row('grace')?.textContent).toContain('was sent again')
    })
  })

  describe('the user’s own row', () => {
    const team = ['me@example.com', 'ada@example.com claimed']
    const markedNames = (rows: HTMLElement[]) =>
      rows.filter((row) => row.querySelector('.seats-tag')?.textContent === 'You').map((row) => row.dataset.seatsRow)

    test('is marked without `you` if the server says who the user is, and asks before it is revoked', async () => {
      const { rows, press, row, backend } = await open('none', team)
      await expect.poll(() => markedNames(rows())).toEqual(['me@example.com'])
      await press('Revoke the seat of me@example.com')
      await expect
        .poll(() => row('me@')?.textContent)
        .toContain('Revoke your own seat? You lose access at once. Undo sends a new invitation')
      expect(backend.calls).not.toContain('DELETE')
    })

    test('is the row of the person in `you`, even if the server names another person', async () => {
      const { rows, press, row } = await open('none', team, { you: { email: 'Ada@example.com' } })
      await expect.poll(() => markedNames(rows())).toEqual(['ada@example.com'])
      await press('Revoke the seat of ada@example.com')
      await expect.poll(() => row('ada')?.textContent).toContain('Revoke your own seat?')
    })

    test('is not there if the user has no seat, and the revoke of another row still asks', async () => {
      const { rows, press, row, backend } = await open('none', ['ada@example.com claimed', 'notme@example.com'])
      await press('Revoke the seat of ada@example.com')
      await expect.poll(() => row('ada')?.textContent).toContain('Revoke the seat of ada@example.com?')
      expect(markedNames(rows())).toEqual([])
      expect(backend.calls).not.toContain('DELETE')
    })
  })

  describe('the source', () => {
    const team = ['ada@example.com claimed', 'grace@example.com']

    /** Shows the other team and then the first team again, so that both teams are in the cache. */
    async function openTwo() {
      const page = await open('none', team)
      const { setSource, backend, row } = page
      const show = async (source: SeatSource, name: string) => {
        setSource(source)
        await expect.poll(() => row(name)).toBeDefined()
      }
      const showFirst = () => show(backend.source, 'ada@')
      const showOther = () => show(backend.otherSource, 'other@')
      await expect.poll(() => row('ada@')).toBeDefined()
      await showOther()
      await showFirst()
      return { ...page, showFirst, showOther }
    }

    test('has its own messages, questions and search', async () => {
      const { press, search, text, all, showOther, showFirst } = await openTwo()
      search('example')
      await press('Revoke the seat of grace@example.com')
      await expect.poll(text).toContain('grace@example.com no longer has a seat.')
      await press('Revoke the seat of ada@example.com')
      await expect.poll(text).toContain('Revoke the seat of ada@example.com?')
      await showOther()
      await expect.poll(text).not.toContain('grace@example.com')
      expect(text()).not.toContain('Undo')
      expect(all('input').map((input) => (input as HTMLInputElement).value)).toEqual([''])
      await showFirst()
      expect(text()).not.toContain('Revoke the seat of ada@example.com?')
      expect(text()).not.toContain('Undo')
    })

    test('does not get the message about a call for another source', async () => {
      const { backend, press, row, text, showOther, showFirst } = await openTwo()
      const call = backend.holdNextCall('DELETE')
      await press('Revoke the seat of grace@example.com')
      await call.arrived
      await showOther()
      call.release()
      const client = backend.createOtherClient()
      await expect.poll(async () => (await client.listSeats(backend.source)).available_seats).toBe(2)
      await press('Revoke the seat of other@example.com')
      await expect.poll(() => row('other@')?.textContent).toContain('Undo')
      expect(text()).not.toContain('grace@example.com')
      await showFirst()
      await expect.poll(() => row('grace@')).toBeUndefined()
      expect(text()).not.toContain('Undo')
    })
  })

  const revokeElsewhere = async (backend: TestBackend, email: string) => {
    const client = backend.createOtherClient()
    const { seats } = await client.listSeats(backend.source)
    const seat = seats.find((row) => row.email === email)
    if (seat) await client.revokeSeat(seat.id, { source: backend.source, occupant: seat })
  }

  describe('a message of a row', () => {
    const resend = 'Resend the invitation to grace@example.com'

    async function openLive() {
      const page = await open('none', ['ada@example.com claimed', 'grace@example.com'])
      const { backend, row } = page
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await expect.poll(() => row('grace')?.textContent).toContain('Resend')
      return {
        ...page,
        async revoke(name: string) {
          await revokeElsewhere(backend, `${name}@example.com`)
          await expect.poll(() => row(name)).toBeUndefined()
        },
        async invite(name: string) {
          await backend.createOtherClient().assignSeat({ ...backend.source, email: `${name}@example.com` })
          await expect.poll(() => row(name)?.textContent).toContain('Resend')
        },
      }
    }

    test('does not come back when the person is invited again', async () => {
      const { all, backend, press, revoke, invite } = await openLive()
      backend.brokenPath = '/resend'
      await press(resend)
      await expect.poll(() => all('.seats-problem').length).toBe(1)
      await press('Revoke the seat of ada@example.com')
      await expect.poll(() => all('[role="group"]').length).toBe(1)
      await revoke('grace')
      await revoke('ada')
      await invite('grace')
      await invite('ada')
      expect(all('.seats-problem, [role="group"]')).toEqual([])
    })

    test('about a seat that somebody else has got does not stay when the person is invited again', async () => {
      const { backend, press, row, invite } = await openLive()
      const call = backend.holdNextCall('DELETE')
      await press('Revoke the seat of grace@example.com')
      await call.arrived
      await revokeElsewhere(backend, 'grace@example.com')
      await invite('lin')
      call.release()
      await expect.poll(() => row('grace')?.textContent).toContain('Somebody else has this seat now.')
      await invite('grace')
      await expect.poll(() => row('grace')?.textContent).not.toContain('Somebody else has this seat now.')
    })

    test('no longer has Undo when the user may no longer assign seats', async () => {
      const manager = 'ada@example.com'
      const team = [`${manager} claimed`, 'grace@example.com', 'lin@example.com']
      const { backend, press, row } = await open('none', team, { manager })
      await press('Revoke the seat of lin@example.com')
      await expect.poll(() => row('lin')?.textContent).toContain('Undo')
      await backend.changeRole(manager, 'member')
      await press(resend)
      await expect.poll(() => row('lin')?.textContent).not.toContain('Undo')
      expect(row('lin')?.textContent).toContain('lin@example.com no longer has a seat.')
    })

    test('asks before an invitation is revoked if the user may not assign seats, because the revoke cannot be undone', async () => {
      const { backend, press, row } = await open('none', ['ada@example.com claimed', 'grace@example.com'], {
        cannotAssign: true,
      })
      await press('Revoke the seat of grace@example.com')
      await expect
        .poll(() => row('grace')?.textContent)
        .toContain(
          'Revoke the invitation of grace@example.com? It can then no longer be accepted. This cannot be undone.',
        )
      expect(backend.calls).not.toContain('DELETE')
      await press('Revoke the seat of grace@example.com')
      await expect.poll(() => row('grace')?.textContent).toContain('grace@example.com no longer has a seat.')
      expect(row('grace')?.textContent).not.toContain('Undo')
    })

    test('no longer asks whether to revoke an invitation that the person has accepted meanwhile', async () => {
      const { all, backend, press, row } = await open('none', ['grace@example.com'], { cannotAssign: true })
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await press('Revoke the seat of grace@example.com')
      await expect.poll(() => all('[role="group"]').length).toBe(1)
      const invitation_token = await backend.readInvitationToken('grace@example.com')
      await backend.createOtherClient().claimSeat({ invitation_token })
      await expect.poll(() => row('grace')?.textContent).toContain('Active')
      expect(all('[role="group"]')).toEqual([])
    })

    const acceptAsGrace = async (backend: TestBackend) => {
      const invitation_token = await backend.readInvitationToken('grace@example.com')
      await backend.createOtherClient().claimSeat({ invitation_token })
    }

    test.each([
      ['through the server', { events: false }],
      ['with a session', { manager: 'ada@example.com' }],
    ])('asks before a person who is still shown as invited loses access, %s', async (_client, options) => {
      const { backend, press, row } = await open('none', ['ada@example.com claimed', 'grace@example.com'], options)
      await expect.poll(() => row('grace')?.textContent).toContain('Resend')
      await acceptAsGrace(backend)
      await press('Revoke the seat of grace@example.com')
      await expect
        .poll(() => row('grace')?.textContent)
        .toContain('Revoke the seat of grace@example.com? They lose access at once.')
      expect(backend.calls).not.toContain('DELETE')
      await press('Keep')
      await expect.poll(() => row('grace')?.textContent).toContain('Active')
    })

    test('gives access back with Undo if the person accepted just before the revoke', async () => {
      const { backend, press, row, text } = await open('none', ['grace@example.com'], { events: false })
      const call = backend.holdNextCall('DELETE')
      await press('Revoke the seat of grace@example.com')
      await call.arrived
      await acceptAsGrace(backend)
      call.release()
      await expect.poll(() => row('grace')?.textContent).toContain('grace@example.com no longer has a seat.')
      await press('Undo')
      await expect.poll(text).toContain('grace@example.com has the seat again.')
      await expect.poll(() => row('grace')?.textContent).toContain('Active')
    })

    test('stays in the view in spite of the filter and the search', async () => {
      const { element, press, row, rows, search } = await open(
        'none',
        ['ada@example.com claimed', 'grace@example.com'],
        { isNextDay: true },
      )
      await expect.poll(() => row('grace')?.textContent).toContain('Re-invite')
      const filter = element.querySelector('select')
      if (filter) filter.value = 'expired'
      filter?.dispatchEvent(new Event('change', { bubbles: true }))
      await expect.poll(() => rows().length).toBe(1)
      await press('Re-invite grace@example.com with a new link')
      await expect.poll(() => row('grace')?.textContent).toContain('grace@example.com has a new invitation.')
      search('ada')
      await expect.poll(() => element.querySelector('input')?.value).toBe('ada')
      expect(row('grace')?.textContent).toContain('grace@example.com has a new invitation.')
    })

    test('with Undo does not come back when the person was invited again and revoked again', async () => {
      const { press, text, revoke, invite } = await openLive()
      await press('Revoke the seat of grace@example.com')
      await expect.poll(text).toContain('Undo')
      await invite('grace')
      await revoke('grace')
      expect(text()).not.toContain('Undo')
    })
  })

  test('the number of people is announced once, some seconds after a search has changed it', async () => {
    const { search, text, rows, element } = await open('none', people(3))
    await expect.poll(() => rows().length).toBe(3)
    const announced: string[] = []
    const changes = new MutationObserver((records) => {
      for (const { target } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[aria-live], [role="status"]',
        )
        if (region?.textContent) announced.push(region.textContent)
      }
    })
    changes.observe(element, { childList: true, subtree: true, characterData: true })
    onTestFinished(() => changes.disconnect())
    useFakeTime()
    for (const [typed, found] of [
      ['p0000', '3 people'],
      ['p00002', '1 person'],
      ['p0000', '3 people'],
      ['p00001', '1 person'],
    ]) {
      search(typed ?? '')
      await expect.poll(text).toContain(found)
    }
    expect(announced).toEqual([])
    await vi.advanceTimersByTimeAsync(3000)
    await expect.poll(() => announced).toEqual(['1 person'])
  })

  describe('the focus', () => {
    const team = ['ada@example.com', 'grace@example.com', 'lin@example.com']
    const revoke = 'Revoke the seat of '

    /** Shows the people in the order of their names. */
    async function openSorted() {
      const page = await open('none', team)
      await expect.poll(() => page.rows().length).toBe(3)
      const sort = page.element.querySelectorAll('select')[1]
      if (sort) sort.value = 'name'
      sort?.dispatchEvent(new Event('change', { bubbles: true }))
      await expect.poll(() => page.rows()[0]?.textContent).toContain('ada')
      return page
    }

    test('moves to the row that replaces a removed row, or else to the row before it', async () => {
      const { focus, backend, hasFocus } = await openSorted()
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await focus(`${revoke}grace@example.com`)
      await revokeElsewhere(backend, 'grace@example.com')
      await expect.poll(() => hasFocus('[data-seats-row="lin@example.com"]')).toBe(true)
      await revokeElsewhere(backend, 'lin@example.com')
      await expect.poll(() => hasFocus('[data-seats-row="ada@example.com"]')).toBe(true)
      await revokeElsewhere(backend, 'ada@example.com')
      await expect.poll(() => hasFocus('.seats-list')).toBe(true)
    })

    test('moves to the next row after Dismiss', async () => {
      const { press, hasFocus, text } = await openSorted()
      await press(`${revoke}ada@example.com`)
      await expect.poll(text).toContain('ada@example.com no longer has a seat.')
      await press('Dismiss')
      await expect.poll(() => hasFocus('[data-seats-row="grace@example.com"]')).toBe(true)
    })

    test('moves to the search field after “Show everyone”', async () => {
      const { press, search, text, hasFocus } = await openSorted()
      search('nobody at all')
      await expect.poll(text).toContain('No one matches.')
      await press('Show everyone')
      await expect.poll(() => hasFocus('[type="search"]')).toBe(true)
    })

    test('stays in the table when Re-invite, Revoke, Undo and Dismiss are pressed with the keyboard', async () => {
      const { focus, text, row } = await open('none', ['ada@example.com claimed', 'grace@example.com'], {
        isNextDay: true,
      })
      const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
      const hasFocus = (name: string) => row(name)?.contains(document.activeElement)
      await focus('Re-invite grace@example.com with a new link')
      await userEvent.keyboard('{Enter}')
      await expect.poll(text).toContain('grace@example.com has a new invitation.')
      await expect.poll(() => hasFocus('grace') || document.activeElement?.outerHTML.slice(0, 200)).toBe(true)

      await focus(`${revoke}ada@example.com`)
      await userEvent.keyboard('{Enter}')
      await expect.poll(focused).toBe('Keep')
      await userEvent.keyboard('{Tab}')
      expect(focused()).toBe(`${revoke}ada@example.com`)
      await userEvent.keyboard('{Enter}')
      await expect.poll(focused).toBe('ada@example.com no longer has a seat.')
      await userEvent.keyboard('{Tab}')
      expect(focused()).toBe('Undo')
      await userEvent.keyboard('{Enter}')
      await expect.poll(text).toContain('ada@example.com has the seat again.')
      await expect.poll(() => hasFocus('ada')).toBe(true)

      await focus(`${revoke}grace@example.com`)
      await userEvent.keyboard('{Enter}')
      await expect
        .poll(focused)
        .toBe('grace@example.com no longer has a seat. Undo sends a new invitation, which has to be accepted.')
      await userEvent.keyboard('{Tab}{Tab}')
      expect(focused()).toBe('Dismiss')
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => hasFocus('ada')).toBe(true)
      expect(row('grace')).toBeUndefined()
    })

    test('on Resend sends one email for a second press, and one for a held key', async () => {
      const { backend, focus, text } = await open('none', ['grace@example.com'])
      const resendCount = () => backend.calls.filter((call) => call === 'POST').length
      await focus('Resend the invitation to grace@example.com')
      useFakeTime()
      await userEvent.keyboard('{Enter}')
      await expect.poll(text).toContain('was sent again')
      await userEvent.keyboard('{Enter}')
      expect(text()).not.toContain('Sending the invitation')
      expect(resendCount()).toBe(1)
      await vi.advanceTimersByTimeAsync(500)
      // Each repeat of the key comes more than half a second after the one before.
      const button = document.activeElement
      button?.addEventListener('keydown', () => void vi.advanceTimersByTimeAsync(600))
      await userEvent.keyboard('{Enter>30/}')
      await expect.poll(resendCount).toBe(2)
    })

    test('is not on a button that revokes at once when the message about a new invitation disappears', async () => {
      const { backend, focus, row, text } = await open('none', ['grace@example.com'], { isNextDay: true })
      useFakeTime()
      await focus('Re-invite grace@example.com with a new link')
      await userEvent.keyboard('{Enter}')
      await expect.poll(text).toContain('grace@example.com has a new invitation.')
      await vi.advanceTimersByTimeAsync(6000)
      await expect.poll(text).not.toContain('grace@example.com has a new invitation.')
      await expect.poll(() => row('grace')?.contains(document.activeElement)).toBe(true)
      const callCount = backend.calls.length
      await userEvent.keyboard('{Enter}')
      expect(row('grace')).toBe(document.activeElement)
      expect(backend.calls.slice(callCount)).not.toContain('DELETE')
    })

    test('does not move if it is not on a row', async () => {
      const { backend, focus, rows } = await openSorted()
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await focus(`${revoke}grace@example.com`)
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      await revokeElsewhere(backend, 'grace@example.com')
      await expect.poll(() => rows().length).toBe(2)
      expect(document.activeElement).toBe(document.body)
    })
  })

  describe('a long list', () => {
    const maxRows = 60
    // A busy machine needs some seconds to create a team of 10,000.
    const longTestMs = 120_000

    async function openLong(count: number) {
      const page = await open('parts', people(count))
      // The first rows are replaced as soon as the code for a long list is loaded.
      await expect.poll(() => page.all('.seats-space').length, { timeout: 90_000 }).toBe(1)
      const [box] = page.all('.seats-scroll')
      if (box === undefined) throw new Error('The list does not scroll.')
      const rowIndexes = () => page.rows().map((each) => Number(each.ariaRowIndex))
      return { ...page, box, rowIndexes }
    }

    test(
      'of 10,000 people has at most 60 rows on the page, and tells screen readers their positions',
      async () => {
        const { all, box, rows, rowIndexes } = await openLong(10_000)
        expect(all('tr').length).toBeLessThanOrEqual(maxRows)
        expect(all('table')[0]?.getAttribute('aria-rowcount')).toBe('10001')
        expect(all('thead tr')[0]?.getAttribute('aria-rowindex')).toBe('1')
        expect(rowIndexes()[0]).toBe(2)
        box.scrollTo(0, box.scrollHeight / 2)
        await expect.poll(() => rowIndexes().some((rowIndex) => rowIndex > 4000 && rowIndex < 6000)).toBe(true)
        expect(rows().length).toBeLessThanOrEqual(maxRows)
        const half = rowIndexes()
        expect(half.slice(1).every((rowIndex, index) => rowIndex === (half[index] ?? 0) + 1)).toBe(true)
        box.scrollTo(0, box.scrollHeight)
        await expect.poll(() => (box.scrollTo(0, box.scrollHeight), rowIndexes().at(-1))).toBe(10_001)
        expect(all('tr').length).toBeLessThanOrEqual(maxRows)
      },
      longTestMs,
    )

    test('keeps the row with the focus, and the rows beside it, when they are scrolled out of view', async () => {
      const { box, rowIndexes, rows } = await openLong(300)
      await expect.poll(() => rows()[1]?.querySelector('button')).not.toBeNull()
      const focused = rows()[1]?.querySelector('button')
      focused?.focus()
      box.scrollTo(0, box.scrollHeight / 2)
      await expect.poll(() => rowIndexes().some((rowIndex) => rowIndex > 100)).toBe(true)
      expect(document.activeElement).toBe(focused)
      expect(rowIndexes().slice(0, 3)).toEqual([2, 3, 4])
      expect(rows().length).toBeLessThanOrEqual(maxRows)
      focused?.scrollIntoView({ block: 'nearest' })
      await expect.poll(() => rowIndexes().every((rowIndex) => rowIndex < maxRows)).toBe(true)
      expect(document.activeElement).toBe(focused)
    })

    test('accepts a click on a row that has only just been scrolled into view', async () => {
      const { box, press, rows, text } = await openLong(300)
      // After this, the places of the rows are certainly measured.
      await press(`Revoke the seat of ${rows()[0]?.dataset.seatsRow}`)
      await expect.poll(text).toContain('no longer has a seat')
      const { top, height } = box.getBoundingClientRect()
      const isInView = (row: HTMLElement) => {
        const place = row.getBoundingClientRect()
        return place.top >= top && place.bottom <= top + height
      }
      const found = () => rows().find((row) => Number(row.dataset.index) > 100 && isInView(row))
      box.scrollTo(0, box.scrollHeight / 2)
      await expect.poll(found).toBeDefined()
      const clientY = (found()?.getBoundingClientRect().top ?? 0) + 5
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientY })
      expect(found()?.firstElementChild?.dispatchEvent(click)).toBe(true)
    })

    test('with tall rows accepts a click soon after a jump', async () => {
      const { element, box, rows } = await openLong(300)
      const style = element.appendChild(document.createElement('style'))
      style.textContent = '.seats-cell-person { block-size: 150px }'
      await expect.poll(() => rows()[0]?.querySelector('button')).not.toBeNull()
      await expect.poll(() => rows()[0]?.offsetHeight ?? 0).toBeGreaterThan(140)
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const rowInView = () => {
        const { x, y, height } = box.getBoundingClientRect()
        return document.elementFromPoint(x + 20, y + height / 2)?.closest<HTMLElement>('[data-seats-row]')
      }
      for (const part of [0.5, 0.9, 0.2, 0.7, 0.1, 0.3, 0.6, 0.95, 0.4, 0.05]) {
        box.scrollTo(0, box.scrollHeight * part)
        // The list measures the new rows in the next frames.
        let shown: HTMLElement | null | undefined
        await expect
          .poll(async () => {
            const before = rowInView()?.getBoundingClientRect().top
            for (let frame = 0; frame < 3; frame++) await nextFrame()
            shown = rowInView()
            return shown !== undefined && shown?.getBoundingClientRect().top === before
          })
          .toBe(true)
        const { top } = shown?.getBoundingClientRect() ?? new DOMRect()
        const at = { clientX: 20 + 500 * part, clientY: top + 20 }
        const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, ...at })
        expect(shown?.firstElementChild?.dispatchEvent(click), String(part)).toBe(true)
      }
    })

    test(
      'of 10,000 people draws at most 100 rows for each character of a search, and scrolls to the top',
      async () => {
        const { box, countDraws, rowIndexes, row, rows, search, text } = await openLong(10_000)
        box.scrollTo(0, box.scrollHeight / 2)
        await expect.poll(() => rowIndexes().some((rowIndex) => rowIndex > 4000)).toBe(true)
        for (const [typed, found] of [
          ['p', '10,000'],
          ['p0', '10,000'],
          ['p01', '1,000'],
          ['p012', '100'],
          ['p0123', '10'],
          ['p01234', '1'],
        ]) {
          const before = countDraws()
          search(typed ?? '')
          await expect.poll(text).toContain(found === '1' ? '1 person' : `${found} people`)
          // The rows are measured and drawn once more before the next frame.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
          expect(countDraws() - before, typed).toBeLessThanOrEqual(100)
          expect(box.scrollTop, typed).toBe(0)
        }
        expect(rows()).toHaveLength(1)
        expect(row('p01234@example.com')?.getAttribute('aria-rowindex')).toBe('2')
      },
      longTestMs,
    )

    test('is not sorted again for a character of a search', async () => {
      const { search, text } = await openLong(300)
      const sort = vi.spyOn(Array.prototype, 'toSorted')
      onTestFinished(() => sort.mockRestore())
      search('p0001')
      await expect.poll(text).toContain('10 people')
      expect(sort.mock.contexts.filter((list) => Array.isArray(list) && list.length >= 300)).toEqual([])
    })

    test('shows the message and Undo of a revoke in the row, as a short list does', async () => {
      const { press, search, text, hasFocus, row } = await openLong(300)
      search('p00017')
      await expect.poll(() => row('p00017')).toBeDefined()
      await press('Revoke the seat of p00017@example.com')
      await expect.poll(text).toContain('p00017@example.com no longer has a seat.')
      await expect.poll(() => hasFocus('p')).toBe(true)
      await press('Undo')
      await expect.poll(text).toContain('p00017@example.com was invited again')
    })
  })
}
