import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, holdTime, linesOf, says, saysInTime, show } from '../page.ts'
import { button, line } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

export function claimFlowStories(driver: Driver): void {
  describe('useClaimFlow', () => {
    test('goes from loading to claimed, with one claim for two clicks', async () => {
      const { world, token } = await invited()
      const page = show(driver, { component: claimPage, client: world.client(), input: token })
      await says(page, 'ready Team')
      const call = world.hold('POST')
      click(page, 'claim')
      click(page, 'claim')
      await says(page, 'claiming Team')
      call.release()
      await says(page, 'claimed ada@example.com')
      expect(world.calls).toEqual(['GET', 'POST'])
    })

    test('tells when the benefits are there, and a claim does not wait for them', async () => {
      const { world, token } = await invited()
      const component: Component<string> = (use, input) => {
        const flow = use.useClaimFlow(input, () => ({ waitForBenefits: true }))
        return () =>
          h(
            'div',
            {},
            line('benefits' in flow.state ? `claimed ${flow.state.benefits}` : flow.state.status),
            button('claim', () => void flow.claim()),
          )
      }
      const page = show(driver, { component, client: world.client(), input: token })
      await says(page, 'ready')
      const start = performance.now()
      click(page, 'claim')
      await expect.poll(() => linesOf(page)[0], { interval: 10 }).toMatch(/^claimed/)
      expect(performance.now() - start).toBeLessThan(2000)
      await says(page, 'claimed seen')
      expect(world.calls).toEqual(['GET', 'GET', 'POST'])
    })

    test('claims once if the page is left and visited again during the claim', async () => {
      const { world, token } = await invited()
      const client = world.client()
      const page = show(driver, { component: claimPage, client, input: token })
      await says(page, 'ready Team')
      const call = world.hold('POST')
      click(page, 'claim')
      await call.arrived
      page.unmount()
      const again = show(driver, { component: claimPage, client, input: token, cache: page.cache })
      await says(again, 'claiming Team')
      click(again, 'claim')
      call.release()
      await says(again, 'claimed ada@example.com')
      expect(world.calls).toEqual(['GET', 'POST'])
    })

    test('shows that the seat is claimed after a lost answer', async () => {
      const { world, token } = await invited()
      const page = show(driver, { component: claimPage, client: world.client(), input: token })
      await says(page, 'ready Team')
      await world.fail('POST', { kind: 'drop_after' })
      click(page, 'claim')
      await says(page, 'claimed undefined')
      expect(world.calls).toEqual(['GET', 'POST', 'GET'])
    })

    test('waits for a token, follows its changes, and reports an unknown token', async () => {
      const { world, token } = await invited()
      const page = show<string | null>(driver, { component: claimPage, client: world.client(), input: null })
      await says(page, 'loading')
      page.setInput('unknown')
      await says(page, 'unavailable ResourceNotFound')
      page.setInput(token)
      await says(page, 'ready Team')
      page.setInput(null)
      await says(page, 'loading')
      expect(world.calls).toEqual(['GET', 'GET'])
    })

    test('waits for a token that is undefined', async () => {
      const { world, token } = await invited()
      const page = show<string | null | undefined>(driver, {
        component: claimPage,
        client: world.client(),
        input: undefined,
      })
      await says(page, 'loading')
      page.setInput(token)
      await says(page, 'ready Team')
      page.setInput(undefined)
      await says(page, 'loading')
      expect(world.calls).toEqual(['GET'])
    })

    test('shows a 429, and reads again by itself when the time is over', async () => {
      const { world, token } = await invited()
      holdTime()
      world.limit('GET', 60)
      const page = show(driver, { component: claimPage, client: world.client(), input: token })
      await saysInTime(page, 'failed RateLimited')
      await vi.advanceTimersByTimeAsync(40_000)
      expect(world.calls).toEqual(['GET'])
      await vi.advanceTimersByTimeAsync(20_000)
      await saysInTime(page, 'ready Team')
      expect(world.calls).toEqual(['GET', 'GET'])
    })

    test('is one flow for all components, and remembers a claim with a lost answer after the page was left', async () => {
      const { world, token } = await invited()
      const client = world.client()
      const component: Component<string> = (use, input) => {
        const [one, other] = [use.useClaimFlow(input), use.useClaimFlow(input, () => ({ waitForBenefits: false }))]
        return () =>
          h(
            'div',
            {},
            line(`${one.state.status} ${other.state.status}`),
            button('claim', () => void one.claim()),
            button('claim too', () => void other.claim()),
          )
      }
      const page = show(driver, { component, client, input: token })
      await says(page, 'ready ready')
      await world.fail('POST', { kind: 'drop_after' })
      await world.fail('GET', { kind: 'status', status: 503 })
      click(page, 'claim')
      click(page, 'claim too')
      await says(page, 'failed failed')
      page.unmount()
      const again = show(driver, { component, client, input: token, cache: page.cache })
      await says(again, 'failed failed')
      click(again, 'claim too')
      await says(again, 'claimed claimed')
      expect(world.calls).toEqual(['GET', 'POST', 'GET', 'GET'])
    })

    test('reads an invitation again at the next visit', async () => {
      const { world, token } = await invited()
      const client = world.client()
      const page = show(driver, { component: claimPage, client, input: token })
      await says(page, 'ready Team')
      page.unmount()
      await world.client().claimSeat({ invitation_token: token })
      const again = show(driver, { component: claimPage, client, input: token, cache: page.cache })
      await says(again, 'unavailable ResourceNotFound')
      expect(world.calls).toEqual(['GET', 'POST', 'GET'])
    })
  })
}

async function invited(): Promise<{ world: World; token: string }> {
  const world = await World.create()
  await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
  world.calls.length = 0
  return { world, token: await world.invitationOf('ada@example.com') }
}

const claimPage: Component<string | null | undefined> = (use, input) => {
  const flow = use.useClaimFlow(input)
  const text = () => {
    const { state } = flow
    if (state.status === 'claimed') return `claimed ${state.seat?.customer_email}`
    if (state.status === 'unavailable' || state.status === 'failed') return `${state.status} ${state.error.code}`
    return 'info' in state ? `${state.status} ${state.info.product_name}` : state.status
  }
  return () =>
    h(
      'div',
      {},
      line(text()),
      button('claim', () => void flow.claim()),
    )
}
