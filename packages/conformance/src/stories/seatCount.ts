import type { SeatCountPreview, SeatSource, SeatSubscription } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, expectLines, mountPage } from '../page.ts'
import { button, errorLines, line } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

interface Input {
  source: SeatSource | null
  chosen: number | null
}

const inputFor = (source: SeatSource | null, chosen: number | null = null): Input => ({ source, chosen })

interface CountOptions {
  live?: boolean
}

/**
 * Shows the seat count, and the price of the chosen number of seats. The buttons buy these seats, and cancel a
 * scheduled change.
 */
const seatCountPage =
  ({ live = false }: CountOptions = {}): Component<Input> =>
  (use, input) => {
    const seats = use.useSeats(
      () => input().source,
      () => ({ live }),
    )
    const subscription = use.useSubscription(
      () => input().source,
      () => ({ live }),
    )
    const preview = use.useSeatCountPreview(
      () => input().source,
      () => input().chosen,
    )
    const update = use.useUpdateSeatCount(() => input().source)
    const cancel = use.useCancelSeatCountChange(() => input().source)
    const buy = () => {
      const seen = preview.data
      if (seen) update.mutate({ seats: seen.seats, seen })
    }
    return () =>
      h(
        'div',
        {},
        ...(seats.data ? [line(`${seats.data.available_seats} of ${seats.data.total_seats} free`)] : []),
        ...(subscription.data ? [line(describeCount(subscription.data))] : []),
        ...(preview.data ? [line(describePrice(preview.data))] : []),
        ...errorLines({ subscription, preview, update, cancel }),
        button('buy', buy),
        button('keep', () => cancel.mutate({ seen: subscription.data })),
      )
  }

const describeCount = ({ seats, pending_update: pending }: SeatSubscription) =>
  `${seats} seats${pending ? `, ${pending.seats} later` : ''}`

const describePrice = ({ seats, behavior, perPeriod }: SeatCountPreview) => `${seats} for ${perPeriod}: ${behavior}`

export function seatCountStories(driver: Driver): void {
  describe.each(['through the guard', 'with a session'])('a page for the seat count, %s', (route) => {
    const isGuard = route === 'through the guard'
    const start = async () => {
      const backend = await TestBackend.create()
      return { backend, client: isGuard ? backend.createClient() : await backend.createPortalClient() }
    }

    test('buys the chosen seats at the price that was shown, and shows them in the roster without another request', async () => {
      const { backend, client } = await start()
      const page = mountPage(driver, { component: seatCountPage(), client, input: inputFor(backend.source) })
      await expectLines(page, '5 of 5 free', '5 seats')
      page.setInput(inputFor(backend.source, 8))
      await expectLines(page, '5 of 5 free', '5 seats', `8 for 8000: ${isGuard ? 'invoice' : 'prorate'}`)
      backend.calls.length = 0
      click(page, 'buy')
      await expectLines(page, '8 of 8 free', '8 seats', `8 for 8000: ${isGuard ? 'invoice' : 'prorate'}`)
      expect(backend.calls.filter((call) => call === 'PATCH')).toHaveLength(1)
      // With a session, the client checks the price itself. Otherwise the guard checks it.
      expect(backend.calls.filter((call) => call !== 'PATCH')).toHaveLength(isGuard ? 0 : 3)
    })

    test('buys the seats once if the answer is lost', async () => {
      const { backend, client } = await start()
      const page = mountPage(driver, {
        component: seatCountPage(),
        client,
        input: { source: backend.source, chosen: 8 },
      })
      await expect.poll(() => page.element.textContent).toContain('8 for 8000')
      await backend.failNextCall('PATCH', { kind: 'drop_after' })
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('8 of 8 free8 seats')
      expect(page.element.textContent).not.toContain('update:')
      expect(backend.calls.filter((call) => call === 'PATCH')).toHaveLength(1)
    })

    test('buys nothing if somebody else has changed the seat count, and shows the new count', async () => {
      const { backend, client } = await start()
      const page = mountPage(driver, {
        component: seatCountPage(),
        client,
        input: { source: backend.source, chosen: 8 },
      })
      await expect.poll(() => page.element.textContent).toContain('8 for 8000')
      await backend.buySeats(6)
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('6 of 6 free6 seats8 for 8000')
      await expect.poll(() => page.element.textContent).toContain('update: SeatCountChanged')
    })

    test('does not buy if the price has risen, and shows the new price', async () => {
      const backend = await TestBackend.create({ discount: true })
      const client = isGuard ? backend.createClient() : await backend.createPortalClient()
      const input = { source: backend.source, chosen: 8 }
      const page = mountPage(driver, { component: seatCountPage(), client, input })
      await expect.poll(() => page.element.textContent).toContain('8 for')
      await backend.endDiscount()
      backend.calls.length = 0
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('update: SeatPriceChanged')
      await expect.poll(() => page.element.textContent).toContain('5 of 5 free5 seats8 for 8000')
      // Through the guard, the change is sent and refused there.
      expect(backend.calls.filter((call) => call === 'PATCH')).toHaveLength(isGuard ? 1 : 0)
    })

    test('does not cancel a reduction that somebody else has changed', async () => {
      const { backend, client } = await start()
      const cache = driver.createCache()
      const page = mountPage(driver, { component: seatCountPage(), client, input: inputFor(backend.source), cache })
      // Waits for the first answers, because TanStack does not restart a read that has no data yet.
      await expectLines(page, '5 of 5 free', '5 seats')
      await backend.buySeats(3)
      await cache.invalidateQueries({ queryKey: ['seats'] })
      await expectLines(page, '5 of 5 free', '5 seats, 3 later')
      await backend.buySeats(2)
      backend.calls.length = 0
      click(page, 'keep')
      await expectLines(page, '5 of 5 free', '5 seats, 2 later', 'cancel: SeatCountChanged')
      expect(backend.calls).not.toContain('PATCH')
    })

    test('still shows the new seat count after the answer to an older read', async () => {
      const { backend, client } = await start()
      const cache = driver.createCache()
      const input = { source: backend.source, chosen: 8 }
      const page = mountPage(driver, { component: seatCountPage(), client, input, cache })
      await expect.poll(() => page.element.textContent).toContain('8 for 8000')
      const queryKey = ['seats', client.scope, 'getSubscription', backend.source.subscription_id]
      const lateRead = backend.holdNextCall('GET', 'answer')
      void cache.invalidateQueries({ queryKey })
      await lateRead.arrived
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('8 of 8 free8 seats')
      lateRead.release()
      await expect.poll(() => cache.getQueryState(queryKey)?.fetchStatus).toBe('idle')
      expect(page.element.textContent).toContain('8 of 8 free8 seats')
    })
  })

  describe('a page for the seat count', () => {
    test('shows a reduction that takes effect later, and cancels it', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: seatCountPage(),
        client: backend.createClient(),
        input: { source: backend.source, chosen: 3 },
      })
      await expectLines(page, '5 of 5 free', '5 seats', '3 for 3000: next_period')
      click(page, 'buy')
      await expectLines(page, '5 of 5 free', '5 seats, 3 later', '3 for 3000: next_period')
      click(page, 'keep')
      await expectLines(page, '5 of 5 free', '5 seats', '3 for 3000: next_period')
      expect(backend.calls.filter((call) => call === 'PATCH')).toHaveLength(2)
    })

    test('rejects a source that is an order, without a request', async () => {
      const backend = await TestBackend.create()
      const source = { order_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
      const component: Component<SeatSource> = (use, input) => {
        const subscription = use.useSubscription(input)
        const preview = use.useSeatCountPreview(input, () => 3)
        const cancel = use.useCancelSeatCountChange(input)
        return () =>
          h(
            'div',
            {},
            ...errorLines({ subscription, preview, cancel }),
            button('keep', () => cancel.mutate()),
          )
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: source })
      click(page, 'keep')
      const code = 'NotASeatBasedSubscription'
      await expectLines(page, `subscription: ${code}`, `preview: ${code}`, `cancel: ${code}`)
      expect(backend.calls).toEqual([])
    })

    test('requests no price if there is no source or no chosen number', async () => {
      const backend = await TestBackend.create()
      const client = backend.createClient()
      const page = mountPage(driver, { component: seatCountPage(), client, input: inputFor(null, 8) })
      await expectLines(page)
      page.setInput(inputFor(backend.source))
      await expectLines(page, '5 of 5 free', '5 seats')
      expect(backend.calls.filter((call) => call === 'POST')).toEqual([])
    })

    test('shows the seats that somebody else buys, if `live` is on', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: seatCountPage({ live: true }),
        client: backend.createClient(),
        input: inputFor(backend.source),
      })
      await expectLines(page, '5 of 5 free', '5 seats')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await backend.buySeats(9)
      await expectLines(page, '9 of 9 free', '9 seats')
    })

    test('shows the seats that somebody else buys during the first read, if `live` is on', async () => {
      const backend = await TestBackend.create()
      const count: Component<Input> = (use, input) => {
        const subscription = use.useSubscription(
          () => input().source,
          () => ({ live: true }),
        )
        return () => h('div', {}, ...(subscription.data ? [line(describeCount(subscription.data))] : []))
      }
      const read = backend.holdNextCall('GET', 'answer')
      const page = mountPage(driver, {
        component: count,
        client: backend.createClient(),
        input: inputFor(backend.source),
      })
      await read.arrived
      await expect.poll(() => backend.openStreamCount).toBe(1)
      await backend.buySeats(9)
      await expectLines(page, '9 seats')
      read.release()
      await expectLines(page, '9 seats')
    })
  })

  describe('useSeatPermissions', () => {
    const permissionsPage: Component<SeatSource> = (use, input) => {
      const result = use.useSeatPermissions(input)
      const assign = use.useAssignSeat(input)
      return () =>
        h(
          'div',
          {},
          line(result.data ? Object.keys(onlyAllowed(result.data)).toSorted().join(' ') : 'unknown'),
          button('invite', () => assign.mutate({ email: 'ada@example.com' })),
        )
    }
    const onlyAllowed = (permissions: object) =>
      Object.fromEntries(Object.entries(permissions).filter(([, isAllowed]) => isAllowed === true))

    test('returns the operations that the user may call', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: permissionsPage,
        client: backend.createClient(),
        input: backend.source,
      })
      await expectLines(
        page,
        'assignSeat buySeats getSubscription immediateClaim listSeats reduceSeats resendInvitation revokeSeat',
      )
      expect(backend.calls).toEqual(['GET'])
    })

    test('allows nothing for a source that is not granted', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, {
        component: permissionsPage,
        client: backend.createClient(),
        input: backend.foreignSource,
      })
      await expectLines(page, '')
      expect(backend.calls).toEqual(['GET'])
    })

    test('ignores outdated permissions in a restored cache, and reads the permissions again after a 403', async () => {
      const backend = await TestBackend.create()
      const cache = driver.createCache()
      const key = ['seats', 'default', 'getSeatPermissions', backend.source.subscription_id]
      const stored = { permissions: { buySeats: true }, answeredAt: Date.now() - 120_000 }
      const call = backend.holdNextCall('GET')
      cache.setQueryData(key, stored)
      const page = mountPage(driver, {
        component: permissionsPage,
        client: backend.createClient(),
        input: backend.source,
        cache,
      })
      await expectLines(page, '')
      call.release()
      void cache.invalidateQueries({ queryKey: key })
      await expect.poll(() => page.element.textContent).toContain('buySeats')
      // Permissions that differ from the server's answer.
      cache.setQueryData(key, { permissions: { revokeSeat: true }, answeredAt: Date.now() })
      await expectLines(page, 'revokeSeat')
      const secondRead = backend.holdNextCall('GET')
      await backend.failNextCall('POST', {
        kind: 'status',
        status: 403,
        body: '{"error":"NotPermitted","detail":"No."}',
      })
      click(page, 'invite')
      await secondRead.arrived
      // The old permissions stay until the answer arrives. So a component that depends on them keeps its message.
      await expectLines(page, 'revokeSeat')
      secondRead.release()
      await expect.poll(() => page.element.textContent).toContain('buySeats')
    })

    test('reads the permissions again after the server refuses to show the roster', async () => {
      const backend = await TestBackend.create()
      const cache = driver.createCache()
      const page = mountPage(driver, {
        component: permissionsPage,
        client: backend.createClient(),
        input: backend.source,
        cache,
      })
      await expect.poll(() => page.element.textContent).toContain('buySeats')
      await backend.failNextCall('GET', {
        kind: 'status',
        status: 403,
        body: '{"error":"NotPermitted","detail":"No."}',
      })
      const roster: Component<SeatSource> = (use, input) => {
        const seats = use.useSeats(input)
        return () => h('div', {}, ...errorLines({ seats }))
      }
      backend.calls.length = 0
      const other = mountPage(driver, {
        component: roster,
        client: backend.createClient(),
        input: backend.source,
        cache,
      })
      await expectLines(other, 'seats: NotPermitted')
      await expect.poll(() => backend.calls).toEqual(['GET', 'GET'])
    })
  })

  describe('useSeatAccess', () => {
    const accessPage: Component<SeatSource> = (use, input) => {
      const result = use.useSeatAccess(input, () => ({ live: true }))
      return () => h('div', {}, line([result.access, result.data?.reason].filter(Boolean).join(' ')))
    }

    test('is “checking”, then “seated”, and “not” at once after a revoke', async () => {
      const backend = await TestBackend.create({ roster: ['me@example.com claimed'] })
      const client = backend.createClient()
      const call = backend.holdNextCall('GET')
      const page = mountPage(driver, { component: accessPage, client, input: backend.source })
      await call.arrived
      await expectLines(page, 'checking')
      call.release()
      await expectLines(page, 'seated')
      await expect.poll(() => backend.openStreamCount).toBe(1)
      const [seat] = (await client.listSeats(backend.source)).seats
      if (seat === undefined) throw new Error('The roster is empty.')
      await client.revokeSeat(seat.id, { source: backend.source, occupant: { email: 'me@example.com' } })
      await expectLines(page, 'not not_seated')
    })

    test('is not seated with an open invitation, or if the server refuses to answer', async () => {
      const backend = await TestBackend.create({ roster: ['me@example.com'] })
      const page = mountPage(driver, { component: accessPage, client: backend.createClient(), input: backend.source })
      await expectLines(page, 'not pending')
      const other = mountPage(driver, {
        component: accessPage,
        client: backend.createClient(),
        input: backend.foreignSource,
      })
      await expectLines(other, 'not unknown')
      expect(backend.calls.filter((call) => call === 'GET')).toHaveLength(2)
    })
  })

  describe('useMySeats', () => {
    test('returns the seats of the signed-in user', async () => {
      const backend = await TestBackend.create({ roster: ['me@example.com claimed', 'ada@example.com'] })
      const component: Component<null> = (use) => {
        const mySeats = use.useMySeats()
        return () => h('div', {}, ...(mySeats.data ?? []).map(({ email, status }) => line(`${email} ${status}`)))
      }
      const page = mountPage(driver, { component, client: backend.createClient(), input: null })
      await expectLines(page, 'me@example.com claimed')
      expect(backend.calls).toEqual(['GET'])
    })
  })

  describe('the members of a team', () => {
    const members: Component<SeatSource> = (use, input) => {
      const seats = use.useSeats(input)
      const list = use.useMembers()
      const claimed = use.useClaimedSubscriptions()
      const add = use.useAddMember()
      const update = use.useUpdateMember()
      const remove = use.useRemoveMember()
      const idOf = (email: string) => list.data?.find((member) => member.email === email)?.id ?? ''
      return () =>
        h(
          'div',
          {},
          ...(seats.data ? [line(`${seats.data.available_seats} free`)] : []),
          ...(list.data ?? [])
            .map(({ email, role, name }) => `${email.replace(/@w.*/, '')} ${role} ${name ?? ''}`.trim())
            .toSorted()
            .map(line),
          ...(claimed.data?.length ? [line(`${claimed.data.length} claimed`)] : []),
          ...(add.data ? [line(add.data.created ? 'added' : 'was there')] : []),
          ...errorLines({ list, add, update, remove }),
          button('add', () => add.mutate({ email: 'ada@example.com' })),
          button('promote', () =>
            update.mutate({ member_id: idOf('ada@example.com'), role: 'billing_manager', name: 'Ada' }),
          ),
          button('remove', () => remove.mutate({ member_id: idOf('grace@example.com') })),
        )
    }

    test('a member can be added, changed and removed, and the roster shows the freed seat', async () => {
      const backend = await TestBackend.create({ roster: ['grace@example.com claimed'] })
      const client = await backend.createPortalClient()
      const page = mountPage(driver, { component: members, client, input: backend.source })
      const otherMembers = ['other@example.com member', 'owner owner']
      await expectLines(page, '4 free', 'grace@example.com member', ...otherMembers)
      click(page, 'add')
      await expectLines(page, '4 free', 'ada@example.com member', 'grace@example.com member', ...otherMembers, 'added')
      click(page, 'add')
      await expectLines(
        page,
        '4 free',
        'ada@example.com member',
        'grace@example.com member',
        ...otherMembers,
        'was there',
      )
      click(page, 'promote')
      const ada = 'ada@example.com billing_manager Ada'
      await expectLines(page, '4 free', ada, 'grace@example.com member', ...otherMembers, 'was there')
      click(page, 'remove')
      await expectLines(page, '5 free', ada, ...otherMembers, 'was there')
      expect(backend.calls.filter((call) => call !== 'GET')).toEqual(['POST', 'PATCH', 'DELETE'])
    })

    test('seats of a removed member are not shown, although the server still lists them for a while', async () => {
      const backend = await TestBackend.create({ roster: ['grace@example.com claimed'] })
      const client = await backend.createPortalClient()
      const cache = driver.createCache()
      const page = mountPage(driver, { component: members, client, input: backend.source, cache })
      await expect.poll(() => page.element.textContent).toContain('4 freegrace@example.com member')
      const read = backend.holdNextCall('GET')
      backend.delayRoster()
      click(page, 'remove')
      await expect.poll(() => page.element.textContent).toContain('5 free')
      read.release()
      const rosterKey = ['seats', client.scope, 'listSeats', backend.source.subscription_id]
      await expect.poll(() => cache.getQueryState(rosterKey)?.fetchStatus).toBe('idle')
      expect(page.element.textContent).toContain('5 free')
      // The cache still has the server's answer, because a cache may be stored or shared with other pages.
      const grace = { email: 'grace@example.com', status: 'claimed' }
      expect(cache.getQueryData(rosterKey)).toMatchObject({ available_seats: 4, seats: [grace] })
      await cache.invalidateQueries({ queryKey: ['seats'] })
      expect(page.element.textContent).toContain('5 free')
      expect(page.element.textContent).not.toContain('grace')
    })

    test('the hooks for members fail without a session', async () => {
      const backend = await TestBackend.create()
      const page = mountPage(driver, { component: members, client: backend.createClient(), input: backend.source })
      await expectLines(page, '5 free', 'list: ConfigurationError')
      click(page, 'add')
      await expectLines(page, '5 free', 'list: ConfigurationError', 'add: ConfigurationError')
      expect(backend.calls).toEqual(['GET'])
    })
  })
}
