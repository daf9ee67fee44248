import '@seats/core/ui.css'
import type { CustomerSeat, SeatInvitee, SeatsClient, SeatSource } from '@seats/core'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { unmountAfterTest, watchConsole } from '../page.ts'
import { screenOf } from '../screenOf.ts'
import { TestBackend } from '../TestBackend.ts'

/**
 * The form on a page:
 *
 * - `form`: `InviteForm` without fields of the app
 * - `fields`: `InviteForm` with a `<select name="role">`, which has the options "", "editor" and "viewer", and is
 * disabled while `pending` is true
 * - `panel`: `TeamPanel` with the same `<select>`
 * - `bulk`: `BulkInvite`
 */
export interface InvitePage {
  client: SeatsClient
  source: SeatSource
  part: 'form' | 'fields' | 'panel' | 'bulk'
  onSuccess: (seat: CustomerSeat, invitee: SeatInvitee) => void
}

const refusal = { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' }

type Mount = (page: InvitePage) => {
  element: HTMLElement
  unmount: () => void
  setSource: (source: SeatSource) => void
}

/** Tests `InviteForm` of React and of Vue. */
export function inviteStories(mount: Mount): void {
  watchConsole()

  interface Options {
    roster?: string[]
    seats?: number
    /** True if the page receives the changes of other pages at once. Default `true`. */
    events?: boolean
    /** A billing manager on the roster who is signed in. The page then calls Polar directly. */
    manager?: string
  }

  async function open(
    part: InvitePage['part'],
    { roster = [], seats = roster.length + 3, events = true, manager }: Options = {},
  ) {
    const backend = await TestBackend.create({ roster, seats })
    const onSuccess = vi.fn<InvitePage['onSuccess']>()
    if (manager) await backend.changeRole(manager, 'billing_manager')
    const client = manager ? await backend.createPortalClient(manager) : backend.createClient({ events })
    const { element, setSource, unmount } = unmountAfterTest(mount({ client, source: backend.source, part, onSuccess }))
    await expect.poll(() => element.querySelector('.seats-invite form input')).not.toBeNull()
    const find = <Found extends HTMLElement>(selector: string) => {
      const found = element.querySelector<Found>(selector)
      if (found === null) throw new Error(`There is no ${selector}: ${element.innerHTML}`)
      return found
    }
    const field = find<HTMLInputElement>('.seats-invite form input')
    const type = (text: string) => {
      const shownField = find('.seats-invite form input')
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(shownField, text)
      shownField.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    const dialog = () => element.ownerDocument.querySelector('dialog')
    return {
      backend,
      element,
      setSource,
      unmount,
      onSuccess,
      field,
      find,
      type,
      dialog,
      submit: () => find<HTMLFormElement>('.seats-invite form').requestSubmit(),
      invite(email: string) {
        type(email)
        find<HTMLFormElement>('.seats-invite form').requestSubmit()
      },
      paste(text: string) {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      problem: () => find('.seats-invite .seats-field-problem').textContent,
      said: () => find('.seats-invite .seats-said').textContent,
      list: () => dialog()?.querySelector('textarea')?.value,
      press: (text: string) =>
        expect
          .poll(() => {
            const buttons = [...element.ownerDocument.querySelectorAll('button')]
            const button = buttons.find(
              ({ textContent, ariaDisabled }) => textContent.trim() === text && ariaDisabled !== 'true',
            )
            button?.click()
            return button !== undefined
          })
          .toBe(true),
      async revokeElsewhere(email: string) {
        // The page learns about the revoke from a live event.
        await expect.poll(() => backend.openStreamCount).toBeGreaterThan(0)
        const client = backend.createOtherClient()
        const { seats } = await client.listSeats(backend.source)
        const seat = seats.find((row) => row.email === email)
        if (seat === undefined) throw new Error(`${email} has no seat.`)
        await client.revokeSeat(seat.id, { source: backend.source, occupant: seat })
      },
      metadataOf: async (email: string) => {
        const { seats } = await backend.createOtherClient().listSeats(backend.source)
        return seats.find((row) => row.email === email)?.seat_metadata
      },
      statuses: async () => {
        const { seats } = await backend.createOtherClient().listSeats(backend.source)
        return Object.fromEntries(seats.map(({ email, status }) => [email, status]))
      },
    }
  }

  /**
   * Invites Ada. Neither the invitation nor the first read of the roster gets an answer, and the second read is held.
   *
   * @param kind Whether the invitation is lost before or after the server makes it.
   */
  async function loseAnswer(kind: 'drop_before' | 'drop_after', roster: string[] = []) {
    const page = await open('form', { roster, events: false })
    const { backend, invite, problem } = page
    // Waits until the form has read the permissions and the roster. So the reads below belong to the invitation.
    await expect.poll(() => backend.calls.filter((call) => call === 'GET')).toHaveLength(2)
    await backend.failNextCall('POST', { kind })
    const firstRead = backend.holdNextCall('GET')
    const secondRead = backend.holdNextCall('GET')
    invite('ada@example.com')
    await firstRead.arrived
    await backend.failNextCall('GET', { kind: 'drop_before' })
    firstRead.release()
    await secondRead.arrived
    await expect.poll(problem).toContain('No answer came, so it is not certain that ada@example.com was invited.')
    return { ...page, secondRead }
  }

  describe('fields that the app adds to the form', () => {
    test.each(['fields', 'panel'] as const)(
      'become the metadata of the seat, and are reset after the invitation: %s',
      async (part) => {
        const { find, invite, said, metadataOf, onSuccess, type, submit } = await open(part)
        const role = find<HTMLSelectElement>('select[name="role"]')
        role.value = 'editor'
        invite('ada@example.com')
        await expect.poll(said).toBe('ada@example.com was invited.')
        expect(await metadataOf('ada@example.com')).toEqual({ role: 'editor' })
        expect(role.value).toBe('')

        type('grace@example.com')
        submit()
        await expect.poll(said).toBe('grace@example.com was invited.')
        expect(await metadataOf('grace@example.com')).toEqual({})
        if (part === 'panel') return
        expect(onSuccess.mock.calls).toEqual([
          [
            expect.objectContaining({ email: 'ada@example.com', status: 'pending' }),
            { email: 'ada@example.com', metadata: { role: 'editor' } },
          ],
          [expect.objectContaining({ email: 'grace@example.com' }), { email: 'grace@example.com' }],
        ])
      },
    )

    test('can be disabled while an invitation is being sent', async () => {
      const { find, invite, backend, said } = await open('fields')
      const call = backend.holdNextCall('POST')
      invite('ada@example.com')
      await call.arrived
      await expect.poll(() => find<HTMLSelectElement>('select[name="role"]').disabled).toBe(true)
      call.release()
      await expect.poll(said).toBe('ada@example.com was invited.')
      expect(find<HTMLSelectElement>('select[name="role"]').disabled).toBe(false)
    })
  })

  describe('the message about an invitation', () => {
    test('disappears when the seat that the person already had is revoked on another page', async () => {
      const { invite, problem, revokeElsewhere } = await open('form', { roster: ['ada@example.com'] })
      invite('ada@example.com')
      await expect.poll(problem).toBe('ada@example.com already has a seat or an open invitation.')
      await revokeElsewhere('ada@example.com')
      await expect.poll(problem).toBe('')
    })

    test('disappears when a seat is free again', async () => {
      const { invite, problem, revokeElsewhere, field } = await open('form', { roster: ['ada@example.com'], seats: 1 })
      invite('grace@example.com')
      await expect.poll(problem).toBe('Every seat is taken. Revoke one or get more seats, then try again.')
      await revokeElsewhere('ada@example.com')
      await expect.poll(problem).toBe('')
      expect(field.value).toBe('grace@example.com')
    })

    test('disappears when the new seat is revoked', async () => {
      const { invite, said, revokeElsewhere } = await open('form')
      invite('ada@example.com')
      await expect.poll(said).toBe('ada@example.com was invited.')
      await revokeElsewhere('ada@example.com')
      await expect.poll(said).toBe('')
    })

    test('stays if the second click of a double click comes after the answer', async () => {
      const { find, invite, submit, said, problem } = await open('form')
      const answered = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          submit()
          resolve()
        })
        observer.observe(find('.seats-invite .seats-said'), { childList: true, characterData: true, subtree: true })
      })
      invite('ada@example.com')
      await answered
      await expect.poll(said).toBe('ada@example.com was invited.')
      expect(problem()).toBe('')
      // A later click is not a part of the double click.
      const submitAgain = () => {
        submit()
        return problem()
      }
      await expect.poll(submitAgain).toBe('Enter the email address of the person to invite.')
    })

    test('says that the result is not certain after a lost answer, and states the result when the roster shows it', async () => {
      const { secondRead, problem, said, field, onSuccess } = await loseAnswer('drop_after')
      expect(field.value).toBe('ada@example.com')
      expect(onSuccess).not.toHaveBeenCalled()
      secondRead.release()
      await expect.poll(said).toBe('ada@example.com was invited.')
      expect(problem()).toBe('')
      expect(field.value).toBe('')
      expect(onSuccess.mock.calls).toEqual([
        [expect.objectContaining({ email: 'ada@example.com' }), { email: 'ada@example.com' }],
      ])
    })

    test('after a lost answer does not say that somebody was invited who was on the team before', async () => {
      const { secondRead, submit, problem, said, field, onSuccess } = await loseAnswer('drop_before', [
        'ada@example.com',
      ])
      secondRead.release()
      submit()
      await expect.poll(problem).toBe('ada@example.com already has a seat or an open invitation.')
      expect(said()).toBe('')
      expect(field.value).toBe('ada@example.com')
      expect(onSuccess).not.toHaveBeenCalled()
    })

    test('disappears when the user types another address', async () => {
      const { invite, type, problem } = await open('form', { roster: ['ada@example.com'] })
      invite('')
      await expect.poll(problem).toBe('Enter the email address of the person to invite.')
      type('a')
      await expect.poll(problem).toBe('')
      invite('ada@example.com')
      await expect.poll(problem).not.toBe('')
      type('ada@example.com.org')
      await expect.poll(problem).toBe('')
    })

    test.each(['fields', 'panel'] as const)(
      'stays, with everything that was typed, until it is dismissed if the user has lost their role: %s',
      async (part) => {
        const manager = 'ada@example.com'
        const { backend, find, field, invite, submit, paste, press, problem, dialog, element } = await open(part, {
          roster: [`${manager} claimed`],
          manager,
        })
        const role = find<HTMLSelectElement>('select[name="role"]')
        role.value = 'editor'
        await backend.changeRole(manager, 'member')
        invite('lin@example.com')
        const reason = 'Your role does not allow this. Ask an owner of the team.'
        await expect.poll(problem).toBe(reason)
        // Now the permissions have been read again.
        await expect.poll(() => find('.seats-invite').textContent).toContain('Dismiss')
        expect(problem()).toBe(reason)
        expect([field.isConnected, field.value, field.readOnly, role.value]).toEqual([
          true,
          'lin@example.com',
          true,
          'editor',
        ])
        submit()
        paste('lin@example.com mei@example.com')
        expect(dialog()).toBeNull()
        expect(find('.seats-invite .seats-primary').ariaDisabled).toBe('true')
        expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(1)
        await press('Dismiss')
        await expect.poll(() => element.querySelector('.seats-invite')).toBeNull()
      },
    )

    test.each(['fields', 'panel'] as const)(
      'stays, with everything that was typed, if the server refuses one invitation: %s',
      async (part) => {
        const { backend, find, field, invite, submit, problem, said, metadataOf } = await open(part)
        const role = find<HTMLSelectElement>('select[name="role"]')
        role.value = 'editor'
        await backend.failNextCall('POST', refusal)
        const read = backend.holdNextCall('GET', 'answer', 'permissions')
        invite('ada@example.com')
        await read.arrived
        const answer = 'Your role does not allow this.'
        await expect.poll(problem).toContain(answer)
        expect(field.value).toBe('ada@example.com')
        read.release()
        submit()
        await expect.poll(said).toBe('ada@example.com was invited.')
        expect(await metadataOf('ada@example.com')).toEqual({ role: 'editor' })
        expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(2)
      },
    )

    test('tells a team without seats to get seats, and does not say that every seat is taken', async () => {
      const { invite, problem } = await open('form', { seats: 0 })
      invite('ada@example.com')
      await expect.poll(problem).toBe('Get seats first, then invite people.')
    })
  })

  describe('another source', () => {
    test('has a form of its own, and the last person is not invited there', async () => {
      const { backend, setSource, find, invite, said, type } = await open('fields')
      const value = (selector: string) => find<HTMLInputElement | HTMLSelectElement>(selector).value
      /** Waits for an empty form without messages, and invites somebody with it. */
      async function expectNewForm(email: string) {
        await expect.poll(() => [value('.seats-invite form input'), value('select'), said()]).toEqual(['', '', ''])
        invite(email)
        await expect.poll(said).toBe(`${email} was invited.`)
      }
      await expectNewForm('ada@example.com')
      setSource(backend.otherSource)
      await expectNewForm('grace@example.com')
      // Now the permissions of both sources are known.
      setSource(backend.source)
      await expectNewForm('lin@example.com')
      type('typed@example.com')
      find<HTMLSelectElement>('select').value = 'editor'
      setSource(backend.otherSource)
      await expectNewForm('mei@example.com')
      expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(4)
    })

    test('leaves an invitation that is being sent, about which the app still hears, and keeps its own text', async () => {
      const { backend, setSource, find, invite, type, submit, said, onSuccess } = await open('fields')
      const typed = () => find<HTMLInputElement>('.seats-invite form input').value
      const call = backend.holdNextCall('POST')
      invite('ada@example.com')
      await call.arrived
      setSource(backend.otherSource)
      await expect.poll(typed).toBe('')
      type('typed@example.com')
      call.release()
      await expect
        .poll(() => onSuccess.mock.calls)
        .toEqual([
          [expect.objectContaining({ email: 'ada@example.com', ...backend.source }), { email: 'ada@example.com' }],
        ])
      expect(said()).toBe('')
      submit()
      await expect.poll(said).toBe('typed@example.com was invited.')
    })

    test('has none of the text that was typed in the dialog for many people', async () => {
      const backend = await TestBackend.create({ moreTeams: 1 })
      const page = {
        client: backend.createClient(),
        source: backend.source,
        part: 'bulk',
        onSuccess: () => {},
      } as const
      const { element, setSource } = unmountAfterTest(mount(page))
      const { press, type, button, waitForNoElement } = screenOf(element)
      const text = () => element.querySelector('textarea')?.value
      await press('Invite many')
      // From the third team on, the permissions of both teams are known.
      for (const source of [...backend.moreSources, backend.source, ...backend.moreSources]) {
        await type('dialog textarea', 'ada@example.com')
        await press('Close')
        await waitForNoElement('dialog')
        setSource(source)
        // The first click can still reach the button of the previous team.
        await expect.poll(() => (button('Invite many')?.click(), text())).toBe('')
      }
    })

    test('closes the dialog for many people, and a stopped job does not continue by itself', async () => {
      const backend = await TestBackend.create({ seats: 20, moreTeams: 1 })
      const page = {
        client: backend.createClient(),
        source: backend.source,
        part: 'bulk',
        onSuccess: () => {},
      } as const
      const { element, setSource } = unmountAfterTest(mount(page))
      const { press, type, button, waitForText, waitForElement, waitForNoElement } = screenOf(element)
      const stop = async (start: string | RegExp, count: number) => {
        const calls = Array.from({ length: count }, () => backend.holdNextCall('POST'))
        await press(start)
        await calls[0]?.arrived
        await press('Stop')
        for (const call of calls) call.release()
        await waitForText('Stopped.')
      }
      await press('Invite many')
      await type('dialog textarea', Array.from({ length: 12 }, (_, index) => `p${index}@example.com`).join(' '))
      await stop('Invite 12 people', 4)
      await press('Close')
      await waitForNoElement('dialog')
      await stop('Continue with 8 people', 4)
      const countPosts = () => backend.calls.filter((call) => call === 'POST').length
      const sentCount = countPosts()
      for (const source of [...backend.moreSources, backend.source, ...backend.moreSources]) {
        setSource(source)
        await waitForNoElement('dialog')
        await expect.poll(() => button('Invite many')).toBeDefined()
        // Only the first source has a stopped job.
        await expect.poll(() => button(/^Continue/) !== undefined).toBe(source === backend.source)
        if (source !== backend.source) continue
        await press('Invite many')
        await waitForElement('dialog')
      }
      expect(countPosts()).toBe(sentCount)
    })
  })

  test('the app hears about an invitation that was being sent when the form left the page', async () => {
    const { backend, invite, unmount, onSuccess } = await open('form')
    const call = backend.holdNextCall('POST')
    invite('ada@example.com')
    await call.arrived
    unmount()
    call.release()
    await expect
      .poll(() => onSuccess.mock.calls)
      .toEqual([[expect.objectContaining({ email: 'ada@example.com' }), { email: 'ada@example.com' }]])
  })

  describe('several addresses', () => {
    const twoAddresses = 'ada@example.com\ngrace@example.com'

    test.each(['form', 'panel'] as const)(
      'that are pasted open the dialog for many people, which lists them: %s',
      async (part) => {
        const { paste, list, press, dialog, field, metadataOf } = await open(part)
        paste(twoAddresses)
        await expect.poll(list).toBe(twoAddresses)
        await press('Invite 2 people')
        await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
        expect(field.value).toBe('')
        expect(await metadataOf('grace@example.com')).toEqual({})
        await press('Close')
        await expect.poll(dialog).toBeNull()

        // The results are complete, so the next list replaces them.
        paste('lin@example.com, mei@example.com')
        await expect.poll(list).toBe('lin@example.com, mei@example.com')
      },
    )

    test('that are typed open the dialog too, and stay in the field until the job starts', async () => {
      const { invite, list, press, dialog, field, problem } = await open('form')
      field.focus()
      invite('ada@example.com; grace@example.com')
      await expect.poll(list).toBe('ada@example.com; grace@example.com')
      await press('Close')
      await expect.poll(dialog).toBeNull()
      expect(document.activeElement).toBe(field)
      expect(problem()).toContain('Enter one email address here.')
      expect(field.value).toBe('ada@example.com; grace@example.com')

      invite('ada@example.com; grace@example.com')
      await press('Invite 2 people')
      await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
      expect(field.value).toBe('')
      expect(problem()).toBe('')
    })

    test('stay in the field, in one line, if the dialog is closed, and are listed again line by line', async () => {
      const { paste, find, list, press, submit, dialog, field, problem } = await open('form')
      const table = 'name,email\nAda,ada@example.com\nGrace,grace@example.com'
      paste(table)
      await expect.poll(list).toBe(table)
      find('dialog textarea').focus()
      await userEvent.keyboard('{Control>}{End}{/Control}\nLin,lin@example.com{Escape}')
      await expect.poll(dialog).toBeNull()
      expect(field.value).toBe('name,email, Ada,ada@example.com, Grace,grace@example.com, Lin,lin@example.com')
      submit()
      await expect.poll(list).toBe(`${table}\nLin,lin@example.com`)

      find('dialog textarea').focus()
      await userEvent.keyboard('{Control>}a{/Control}{Backspace}{Escape}')
      await expect.poll(dialog).toBeNull()
      expect(field.value).toBe('')
      expect(problem()).toBe('')
      paste(table)
      await press('Invite 2 people')
      await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
      await press('Close')
      await expect.poll(dialog).toBeNull()
      expect(field.value).toBe('')
    })

    test('get the metadata from the fields that the app added', async () => {
      const { find, paste, press, dialog, metadataOf } = await open('fields')
      find<HTMLSelectElement>('select[name="role"]').value = 'viewer'
      paste(twoAddresses)
      await press('Invite 2 people')
      await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
      expect(await metadataOf('ada@example.com')).toEqual({ role: 'viewer' })
    })

    test('reset the checkbox and the app’s fields when the job starts, because they were about this list', async () => {
      const { find, paste, press, dialog, invite, said } = await open('fields')
      const role = find<HTMLSelectElement>('select[name="role"]')
      const atOnce = find<HTMLInputElement>('.seats-check input')
      role.value = 'viewer'
      atOnce.click()
      paste(twoAddresses)
      await press('Invite 2 people')
      await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
      expect(role.value).toBe('')
      expect(atOnce.checked).toBe(false)
      await press('Close')
      invite('lin@example.com')
      await expect.poll(said).toBe('lin@example.com was invited.')
    })

    describe('with “Give the seat at once, without an invitation”', () => {
      async function openList(isTicked: boolean) {
        const page = await open('form')
        if (isTicked) page.find('.seats-check input').click()
        page.paste(twoAddresses)
        await expect.poll(page.list).toBe(twoAddresses)
        const atOnce = page.find<HTMLInputElement>('dialog .seats-check input')
        expect(atOnce.parentElement?.textContent).toContain('Give the seat at once, without an invitation')
        expect(atOnce.checked).toBe(isTicked)
        const send = async () => {
          await page.press('Invite 2 people')
          await expect.poll(() => page.dialog()?.textContent).toContain('2 of 2 done.')
          return page.statuses()
        }
        return { ...page, atOnce, send }
      }
      const seated = { 'ada@example.com': 'claimed', 'grace@example.com': 'claimed' }
      const invited = { 'ada@example.com': 'pending', 'grace@example.com': 'pending' }

      test('get their seats at once, and the dialog says so before', async () => {
        const { backend, send } = await openList(true)
        expect(await send()).toEqual(seated)
        expect(await backend.countMails('ada@example.com')).toBe(0)
      })

      test('can be changed in the dialog before the list is sent', async () => {
        const ticked = await openList(true)
        ticked.atOnce.click()
        expect(await ticked.send()).toEqual(invited)
        await ticked.press('Close')
        ticked.unmount()
        const unticked = await openList(false)
        unticked.atOnce.click()
        expect(await unticked.send()).toEqual(seated)
      })
    })

    test('open the dialog only when the app’s required fields are filled in', async () => {
      const { find, paste, list, dialog, press, metadataOf } = await open('fields')
      const role = find<HTMLSelectElement>('select[name="role"]')
      role.required = true
      paste(twoAddresses)
      // The browser has put the focus on the field, and says what is missing.
      expect(document.activeElement).toBe(role)
      expect(dialog()).toBeNull()
      role.value = 'editor'
      paste(twoAddresses)
      await expect.poll(list).toBe(twoAddresses)
      await press('Invite 2 people')
      await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
      expect(await metadataOf('ada@example.com')).toEqual({ role: 'editor' })
    })

    test('are listed only after “Invite more” if an earlier list has incomplete results', async () => {
      const { paste, list, press, dialog } = await open('form', { seats: 1 })
      paste(twoAddresses)
      await press('Invite 1 person')
      await expect.poll(() => dialog()?.textContent).toContain('There was no free seat for 1 person.')
      await press('Close')
      await expect.poll(dialog).toBeNull()
      paste('lin@example.com mei@example.com')
      await press('Invite more')
      await expect.poll(list).toBe('lin@example.com mei@example.com')
    })

    test('open no dialog if only one address is pasted, which goes into the field as usual', async () => {
      const { paste, dialog, field } = await open('form')
      let isLeftToBrowser = false
      field.addEventListener('paste', (event) => (isLeftToBrowser = !event.defaultPrevented))
      paste('ada@example.com')
      expect(isLeftToBrowser).toBe(true)
      expect(dialog()).toBeNull()
    })

    test(
      'fill 60 rows at first, and 60 more rows for each click, before and after the job',
      { timeout: 120_000 },
      async () => {
        const { find, paste, press, dialog } = await open('form', { seats: 1 })
        const rows = () => dialog()?.querySelectorAll('.seats-outcome-rows li').length
        const addresses = (count: number) =>
          Array.from({ length: count }, (_, index) => `p${index}@example.com`).join(' ')
        paste(addresses(10_000))
        await expect.poll(rows, { timeout: 60_000 }).toBe(60)
        await press('Show 60 more (60 of 10,000 shown)')
        await expect.poll(rows).toBe(120)
        await press('9999 no free seat')
        await expect.poll(rows).toBe(60)
        await press('Invite 1 person')
        await expect
          .poll(() => dialog()?.textContent, { timeout: 60_000 })
          .toContain('There was no free seat for 9,999 people.')
        expect(rows()).toBe(60)

        await press('Close')
        await expect.poll(dialog).toBeNull()
        paste(addresses(70))
        await press('Invite more')
        await press('Show 10 more (60 of 70 shown)')
        await expect.poll(rows).toBe(70)
        // The button is gone, so the list has the focus.
        expect(document.activeElement).toBe(find('.seats-outcome-rows'))
      },
    )
  })
}
