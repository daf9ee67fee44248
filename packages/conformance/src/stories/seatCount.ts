import type { SeatCountPreview, SeatSource, SeatSubscription } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import type { MutationResult } from '../Hooks.ts'
import { click, says, show } from '../page.ts'
import { button, line } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

interface Input {
  source: SeatSource | null
  chosen: number | null
}

const at = (source: SeatSource | null, chosen: number | null = null): Input => ({ source, chosen })

interface CountOptions {
  live?: boolean
}

/** A page that shows the seat count, the price of the chosen one, and buttons that buy it and take a change back. */
const count =
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
        ...(subscription.data ? [line(tellCount(subscription.data))] : []),
        ...(preview.data ? [line(tellPrice(preview.data))] : []),
        ...tellErrors({ subscription, preview, update, cancel }),
        button('buy', buy),
        button('keep', () => cancel.mutate()),
      )
  }

const tellCount = ({ seats, pending_update: pending }: SeatSubscription) =>
  `${seats} seats${pending ? `, ${pending.seats} later` : ''}`

const tellPrice = ({ seats, behavior, perPeriod }: SeatCountPreview) => `${seats} for ${perPeriod}: ${behavior}`

const tellErrors = (results: Record<string, Pick<MutationResult<unknown, never>, 'error'>>) =>
  Object.entries(results).flatMap(([name, { error }]) => (error ? [line(`${name}: ${error.code}`)] : []))

export function seatCountStories(driver: Driver): void {
  describe.each(['through the guard', 'with a session'])('the seat count, %s', (way) => {
    const isGuard = way === 'through the guard'
    const open = async () => {
      const world = await World.create()
      return { world, client: isGuard ? world.client() : await world.portalClient() }
    }

    test('is bought at the price that was shown, and the roster follows without another request', async () => {
      const { world, client } = await open()
      const page = show(driver, { component: count(), client, input: at(world.source) })
      await says(page, '5 of 5 free', '5 seats')
      page.setInput(at(world.source, 8))
      await says(page, '5 of 5 free', '5 seats', `8 for 8000: ${isGuard ? 'invoice' : 'prorate'}`)
      world.calls.length = 0
      click(page, 'buy')
      await says(page, '8 of 8 free', '8 seats', `8 for 8000: ${isGuard ? 'invoice' : 'prorate'}`)
      expect(world.calls.filter((call) => call === 'PATCH')).toHaveLength(1)
      // A session looks at the price itself; the guard does it for a page.
      expect(world.calls.filter((call) => call !== 'PATCH')).toHaveLength(isGuard ? 0 : 3)
    })

    test('whose answer is lost is bought once', async () => {
      const { world, client } = await open()
      const page = show(driver, { component: count(), client, input: { source: world.source, chosen: 8 } })
      await expect.poll(() => page.element.textContent).toContain('8 for 8000')
      await world.fail('PATCH', { kind: 'drop_after' })
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('8 of 8 free8 seats')
      expect(page.element.textContent).not.toContain('update:')
      expect(world.calls.filter((call) => call === 'PATCH')).toHaveLength(1)
    })

    test('that somebody else has changed is not bought, and the page shows what is there now', async () => {
      const { world, client } = await open()
      const page = show(driver, { component: count(), client, input: { source: world.source, chosen: 8 } })
      await expect.poll(() => page.element.textContent).toContain('8 for 8000')
      await world.buy(6)
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('6 of 6 free6 seats8 for 8000')
      await expect.poll(() => page.element.textContent).toContain('update: SeatCountChanged')
    })

    test('stays on the screen though a read that began before it is answered after it', async () => {
      const { world, client } = await open()
      const cache = driver.createCache()
      const input = { source: world.source, chosen: 8 }
      const page = show(driver, { component: count(), client, input, cache })
      await expect.poll(() => page.element.textContent).toContain('8 for 8000')
      const queryKey = ['seats', client.scope, 'getSubscription', world.source.subscription_id]
      const late = world.hold('GET', 'answer')
      void cache.invalidateQueries({ queryKey })
      await late.arrived
      click(page, 'buy')
      await expect.poll(() => page.element.textContent).toContain('8 of 8 free8 seats')
      late.release()
      await expect.poll(() => cache.getQueryState(queryKey)?.fetchStatus).toBe('idle')
      expect(page.element.textContent).toContain('8 of 8 free8 seats')
    })
  })

  describe('the seat count', () => {
    test('is reduced later, and taken back', async () => {
      const world = await World.create()
      const page = show(driver, {
        component: count(),
        client: world.client(),
        input: { source: world.source, chosen: 3 },
      })
      await says(page, '5 of 5 free', '5 seats', '3 for 3000: next_period')
      click(page, 'buy')
      await says(page, '5 of 5 free', '5 seats, 3 later', '3 for 3000: next_period')
      click(page, 'keep')
      await says(page, '5 of 5 free', '5 seats', '3 for 3000: next_period')
      expect(world.calls.filter((call) => call === 'PATCH')).toHaveLength(2)
    })

    test('of an order is refused before anything is sent', async () => {
      const world = await World.create()
      const source = { order_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
      const component: Component<SeatSource> = (use, input) => {
        const subscription = use.useSubscription(input)
        const preview = use.useSeatCountPreview(input, () => 3)
        const cancel = use.useCancelSeatCountChange(input)
        return () =>
          h(
            'div',
            {},
            ...tellErrors({ subscription, preview, cancel }),
            button('keep', () => cancel.mutate()),
          )
      }
      const page = show(driver, { component, client: world.client(), input: source })
      click(page, 'keep')
      const code = 'NotASeatBasedSubscription'
      await says(page, `subscription: ${code}`, `preview: ${code}`, `cancel: ${code}`)
      expect(world.calls).toEqual([])
    })

    test('waits for its source and for a choice', async () => {
      const world = await World.create()
      const client = world.client()
      const page = show(driver, { component: count(), client, input: at(null, 8) })
      await says(page)
      page.setInput(at(world.source))
      await says(page, '5 of 5 free', '5 seats')
      expect(world.calls.filter((call) => call === 'POST')).toEqual([])
    })

    test('that somebody else buys shows by itself', async () => {
      const world = await World.create()
      const page = show(driver, {
        component: count({ live: true }),
        client: world.client(),
        input: at(world.source),
      })
      await says(page, '5 of 5 free', '5 seats')
      await expect.poll(() => world.openStreams).toBe(1)
      await world.buy(9)
      await says(page, '9 of 9 free', '9 seats')
    })
  })

  describe('useSeatPermissions', () => {
    const permissions: Component<SeatSource> = (use, input) => {
      const result = use.useSeatPermissions(input)
      const assign = use.useAssignSeat(input)
      return () =>
        h(
          'div',
          {},
          line(result.data ? Object.keys(allowed(result.data)).toSorted().join(' ') : 'unknown'),
          button('invite', () => assign.mutate({ email: 'ada@example.com' })),
        )
    }
    const allowed = (may: object) => Object.fromEntries(Object.entries(may).filter(([, isAllowed]) => isAllowed))

    test('tells what may be done', async () => {
      const world = await World.create()
      const page = show(driver, { component: permissions, client: world.client(), input: world.source })
      await says(
        page,
        'assignSeat buySeats getSubscription immediateClaim listSeats reduceSeats resendInvitation revokeSeat',
      )
      expect(world.calls).toEqual(['GET'])
    })

    test('allows nothing where the server does not say', async () => {
      const world = await World.create()
      const page = show(driver, { component: permissions, client: world.client(), input: world.foreignSource })
      await says(page, '')
      expect(world.calls).toEqual(['GET'])
    })

    test('are forgotten after a refusal, and old ones of a stored cache count for nothing', async () => {
      const world = await World.create()
      const cache = driver.createCache()
      const key = ['seats', 'default', 'getSeatPermissions', world.source.subscription_id]
      const stored = { permissions: { buySeats: true }, answeredAt: Date.now() - 120_000 }
      const call = world.hold('GET')
      cache.setQueryData(key, stored)
      const page = show(driver, { component: permissions, client: world.client(), input: world.source, cache })
      await says(page, '')
      call.release()
      void cache.invalidateQueries({ queryKey: key })
      await expect.poll(() => page.element.textContent).toContain('buySeats')
      const again = world.hold('GET')
      await world.fail('POST', { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' })
      click(page, 'invite')
      await says(page, 'unknown')
      again.release()
      await expect.poll(() => page.element.textContent).toContain('buySeats')
    })

    test('are read again after a read that is refused', async () => {
      const world = await World.create()
      const cache = driver.createCache()
      const page = show(driver, { component: permissions, client: world.client(), input: world.source, cache })
      await expect.poll(() => page.element.textContent).toContain('buySeats')
      await world.fail('GET', { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' })
      const roster: Component<SeatSource> = (use, input) => {
        const seats = use.useSeats(input)
        return () => h('div', {}, ...tellErrors({ seats }))
      }
      world.calls.length = 0
      const other = show(driver, { component: roster, client: world.client(), input: world.source, cache })
      await says(other, 'seats: NotPermitted')
      await expect.poll(() => world.calls).toEqual(['GET', 'GET'])
    })
  })

  describe('useMySeats', () => {
    test('shows the seats of whoever is signed in', async () => {
      const world = await World.create({ roster: ['me@example.com claimed', 'ada@example.com'] })
      const component: Component<null> = (use) => {
        const mine = use.useMySeats()
        return () => h('div', {}, ...(mine.data ?? []).map(({ email, status }) => line(`${email} ${status}`)))
      }
      const page = show(driver, { component, client: world.client(), input: null })
      await says(page, 'me@example.com claimed')
      expect(world.calls).toEqual(['GET'])
    })
  })

  describe('useMembers', () => {
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
          ...tellErrors({ list, add, update, remove }),
          button('add', () => add.mutate({ email: 'ada@example.com' })),
          button('promote', () =>
            update.mutate({ member_id: idOf('ada@example.com'), role: 'billing_manager', name: 'Ada' }),
          ),
          button('remove', () => remove.mutate({ member_id: idOf('grace@example.com') })),
        )
    }

    test('adds, changes and removes, and the roster follows', async () => {
      const world = await World.create({ roster: ['grace@example.com claimed'] })
      const client = await world.portalClient()
      const page = show(driver, { component: members, client, input: world.source })
      const others = ['other@example.com member', 'owner owner']
      await says(page, '4 free', 'grace@example.com member', ...others)
      click(page, 'add')
      await says(page, '4 free', 'ada@example.com member', 'grace@example.com member', ...others, 'added')
      click(page, 'add')
      await says(page, '4 free', 'ada@example.com member', 'grace@example.com member', ...others, 'was there')
      click(page, 'promote')
      const ada = 'ada@example.com billing_manager Ada'
      await says(page, '4 free', ada, 'grace@example.com member', ...others, 'was there')
      click(page, 'remove')
      await says(page, '5 free', ada, ...others, 'was there')
      expect(world.calls.filter((call) => call !== 'GET')).toEqual(['POST', 'PATCH', 'DELETE'])
    })

    test('needs a session', async () => {
      const world = await World.create()
      const page = show(driver, { component: members, client: world.client(), input: world.source })
      await says(page, '5 free', 'list: ConfigurationError')
      click(page, 'add')
      await says(page, '5 free', 'list: ConfigurationError', 'add: ConfigurationError')
      expect(world.calls).toEqual(['GET'])
    })
  })
}
