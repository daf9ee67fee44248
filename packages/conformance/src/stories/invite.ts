import '@seats/core/ui.css'
import type { CustomerSeat, SeatInvitee, SeatsClient, SeatSource } from '@seats/core'
import { describe, expect, test, vi } from 'vitest'
import { unmountAfterTest, watchConsole } from '../page.ts'
import { World } from '../World.ts'

/**
 * The form on a page:
 *
 * - `form`: `InviteForm` alone
 * - `fields`: with a `<select name="role">` that has "", "editor" and "viewer", and is disabled while `pending`
 * - `panel`: `TeamPanel` with that field
 */
export interface InvitePage {
  client: SeatsClient
  source: SeatSource
  part: 'form' | 'fields' | 'panel'
  onSuccess: (seat: CustomerSeat, invitee: SeatInvitee) => void
}

type Mount = (page: InvitePage) => { element: HTMLElement; unmount: () => void }

/** Tests `InviteForm` of React and of Vue. */
export function inviteStories(mount: Mount): void {
  watchConsole()

  interface Options {
    roster?: string[]
    seats?: number
    /** True if the page receives the changes of other pages at once. Default `true`. */
    events?: boolean
  }

  async function open(
    part: InvitePage['part'],
    { roster = [], seats = roster.length + 3, events = true }: Options = {},
  ) {
    const world = await World.create({ roster, seats })
    const onSuccess = vi.fn<InvitePage['onSuccess']>()
    const { element } = unmountAfterTest(
      mount({ client: world.createClient({ events }), source: world.source, part, onSuccess }),
    )
    await expect.poll(() => element.querySelector('.seats-invite form input')).not.toBeNull()
    const find = <Found extends HTMLElement>(selector: string) => {
      const found = element.querySelector<Found>(selector)
      if (found === null) throw new Error(`There is no ${selector}: ${element.innerHTML}`)
      return found
    }
    const field = find<HTMLInputElement>('.seats-invite form input')
    const type = (text: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    const dialog = () => element.ownerDocument.querySelector('dialog')
    return {
      world,
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
            const button = buttons.find((each) => each.textContent.trim() === text)
            button?.click()
            return button !== undefined
          })
          .toBe(true),
      async revokeElsewhere(email: string) {
        // The page hears of it by a live event.
        await expect.poll(() => world.openStreams).toBeGreaterThan(0)
        const client = world.createOtherClient()
        const { seats } = await client.listSeats(world.source)
        const seat = seats.find((each) => each.email === email)
        if (seat === undefined) throw new Error(`${email} has no seat.`)
        await client.revokeSeat(seat.id, { source: world.source, occupant: seat })
      },
      metadataOf: async (email: string) => {
        const { seats } = await world.createOtherClient().listSeats(world.source)
        return seats.find((each) => each.email === email)?.seat_metadata
      },
    }
  }

  describe('fields of your own', () => {
    test.each(['fields', 'panel'] as const)(
      'become the metadata of the seat, and begin anew after it: %s',
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

    test('know that an invitation is under way', async () => {
      const { find, invite, world, said } = await open('fields')
      const call = world.holdNextCall('POST')
      invite('ada@example.com')
      await call.arrived
      await expect.poll(() => find<HTMLSelectElement>('select[name="role"]').disabled).toBe(true)
      call.release()
      await expect.poll(said).toBe('ada@example.com was invited.')
      expect(find<HTMLSelectElement>('select[name="role"]').disabled).toBe(false)
    })
  })

  describe('a text about an invitation', () => {
    test('goes when the person who had a seat already is revoked on another page', async () => {
      const { invite, problem, revokeElsewhere } = await open('form', { roster: ['ada@example.com'] })
      invite('ada@example.com')
      await expect.poll(problem).toBe('ada@example.com already has a seat or an open invitation.')
      await revokeElsewhere('ada@example.com')
      await expect.poll(problem).toBe('')
    })

    test('goes when a seat is free again', async () => {
      const { invite, problem, revokeElsewhere, field } = await open('form', { roster: ['ada@example.com'], seats: 1 })
      invite('grace@example.com')
      await expect.poll(problem).toBe('Every seat is taken. Revoke one or get more seats, then try again.')
      await revokeElsewhere('ada@example.com')
      await expect.poll(problem).toBe('')
      expect(field.value).toBe('grace@example.com')
    })

    test('goes when the person who was invited is revoked', async () => {
      const { invite, said, revokeElsewhere } = await open('form')
      invite('ada@example.com')
      await expect.poll(said).toBe('ada@example.com was invited.')
      await revokeElsewhere('ada@example.com')
      await expect.poll(said).toBe('')
    })

    test('says after a lost answer that it is not certain, and what happened as soon as the roster shows it', async () => {
      const { world, invite, problem, said, field, onSuccess } = await open('form', { events: false })
      await world.failNextCall('POST', { kind: 'drop_after' })
      const settle = world.holdNextCall('GET')
      const reread = world.holdNextCall('GET')
      invite('ada@example.com')
      await settle.arrived
      await world.failNextCall('GET', { kind: 'drop_before' })
      settle.release()
      await reread.arrived
      await expect.poll(problem).toContain('No answer came, so it is not certain that ada@example.com was invited.')
      expect(field.value).toBe('ada@example.com')
      expect(onSuccess).not.toHaveBeenCalled()
      reread.release()
      await expect.poll(said).toBe('ada@example.com was invited.')
      expect(problem()).toBe('')
      expect(field.value).toBe('')
      expect(onSuccess.mock.calls).toEqual([
        [expect.objectContaining({ email: 'ada@example.com' }), { email: 'ada@example.com' }],
      ])
    })

    test('is only about an address that was sent: typing takes it away', async () => {
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

    test('says that there are no seats to a team without any, not that all are taken', async () => {
      const { invite, problem } = await open('form', { seats: 0 })
      invite('ada@example.com')
      await expect.poll(problem).toBe('Get seats first, then invite people.')
    })
  })

  describe('several addresses', () => {
    const two = 'ada@example.com\ngrace@example.com'

    test.each(['form', 'panel'] as const)(
      'that are pasted open the dialog for many, with each of them: %s',
      async (part) => {
        const { paste, list, press, dialog, field, metadataOf } = await open(part)
        paste(two)
        await expect.poll(list).toBe(two)
        expect(field.value).toBe('')
        await press('Invite 2 people')
        await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
        expect(await metadataOf('grace@example.com')).toEqual({})
        await press('Close')
        await expect.poll(dialog).toBeNull()

        // The results are complete, so they make room for the next list.
        paste('lin@example.com, mei@example.com')
        await expect.poll(list).toBe('lin@example.com, mei@example.com')
      },
    )

    test('that are typed open it too, and stay in the field until they are sent', async () => {
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

    test('get the metadata of the form’s own fields', async () => {
      const { find, paste, press, dialog, metadataOf } = await open('fields')
      find<HTMLSelectElement>('select[name="role"]').value = 'viewer'
      paste(two)
      await press('Invite 2 people')
      await expect.poll(() => dialog()?.textContent).toContain('2 of 2 done.')
      expect(await metadataOf('ada@example.com')).toEqual({ role: 'viewer' })
    })

    test('that follow results which are not complete wait behind them', async () => {
      const { paste, list, press, dialog } = await open('form', { seats: 1 })
      paste(two)
      await press('Invite 1 person')
      await expect.poll(() => dialog()?.textContent).toContain('There was no free seat for 1 person.')
      await press('Close')
      await expect.poll(dialog).toBeNull()
      paste('lin@example.com mei@example.com')
      await press('Invite more')
      await expect.poll(list).toBe('lin@example.com mei@example.com')
    })

    test('a single address is pasted into the field as ever', async () => {
      const { paste, dialog, field } = await open('form')
      let isLeft = false
      field.addEventListener('paste', (event) => (isLeft = !event.defaultPrevented))
      paste('ada@example.com')
      expect(isLeft).toBe(true)
      expect(dialog()).toBeNull()
    })
  })
}
