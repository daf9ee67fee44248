import { describe, expect, test, vi } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, useFakeTime, expectLines, expectLinesInTime, mountPage } from '../page.ts'
import { button, line } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

export function claimFlowStories(driver: Driver): void {
  describe('useClaimFlow', () => {
    test('sends one claim for two clicks', async () => {
      const { backend, token } = await createInvitation()
      const page = mountPage(driver, { component: claimPage, client: backend.createClient(), input: token })
      await expectLines(page, 'ready Team')
      const call = backend.holdNextCall('POST')
      click(page, 'claim')
      click(page, 'claim')
      await expectLines(page, 'claiming Team')
      call.release()
      await expectLines(page, 'claimed ada@example.com')
      expect(backend.calls).toEqual(['GET', 'POST'])
    })

    test('is claimed before the benefits are granted, and reports when the benefits are granted', async () => {
      const { backend, token } = await createInvitation()
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
      const page = mountPage(driver, { component, client: backend.createClient(), input: token })
      await expectLines(page, 'ready')
      // On a busy machine, a claim may arrive before the request for its stream. Then the server refuses the stream.
      const stream = backend.holdNextCall('GET', 'answer')
      const claim = backend.holdNextCall('POST')
      click(page, 'claim')
      await stream.arrived
      claim.release()
      await expectLines(page, 'claimed waiting')
      stream.release()
      await expectLines(page, 'claimed seen')
      expect(backend.calls).toEqual(['GET', 'GET', 'POST'])
    })

    test('claims once if the page is left and visited again during the claim', async () => {
      const { backend, token } = await createInvitation()
      const client = backend.createClient()
      const page = mountPage(driver, { component: claimPage, client, input: token })
      await expectLines(page, 'ready Team')
      const call = backend.holdNextCall('POST')
      click(page, 'claim')
      await call.arrived
      page.unmount()
      const secondPage = mountPage(driver, { component: claimPage, client, input: token, cache: page.cache })
      await expectLines(secondPage, 'claiming Team')
      click(secondPage, 'claim')
      call.release()
      await expectLines(secondPage, 'claimed ada@example.com')
      expect(backend.calls).toEqual(['GET', 'POST'])
    })

    test('shows the seat as claimed after a lost answer', async () => {
      const { backend, token } = await createInvitation()
      const page = mountPage(driver, { component: claimPage, client: backend.createClient(), input: token })
      await expectLines(page, 'ready Team')
      await backend.failNextCall('POST', { kind: 'drop_after' })
      click(page, 'claim')
      await expectLines(page, 'claimed undefined')
      expect(backend.calls).toEqual(['GET', 'POST', 'GET'])
    })

    test('sends nothing without a token, reads again for a new token, and reports an unknown token', async () => {
      const { backend, token } = await createInvitation()
      const page = mountPage<string | null>(driver, {
        component: claimPage,
        client: backend.createClient(),
        input: null,
      })
      await expectLines(page, 'loading')
      page.setInput('unknown')
      await expectLines(page, 'unavailable ResourceNotFound')
      page.setInput(token)
      await expectLines(page, 'ready Team')
      page.setInput(null)
      await expectLines(page, 'loading')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    test('waits for a token that is undefined', async () => {
      const { backend, token } = await createInvitation()
      const page = mountPage<string | null | undefined>(driver, {
        component: claimPage,
        client: backend.createClient(),
        input: undefined,
      })
      await expectLines(page, 'loading')
      page.setInput(token)
      await expectLines(page, 'ready Team')
      page.setInput(undefined)
      await expectLines(page, 'loading')
      expect(backend.calls).toEqual(['GET'])
    })

    test('shows a 429, and reads again without a click after `retryAfter`', async () => {
      const { backend, token } = await createInvitation()
      useFakeTime()
      backend.rateLimitNextCall('GET', 60)
      const page = mountPage(driver, { component: claimPage, client: backend.createClient(), input: token })
      await expectLinesInTime(page, 'failed RateLimited')
      await vi.advanceTimersByTimeAsync(40_000)
      expect(backend.calls).toEqual(['GET'])
      await vi.advanceTimersByTimeAsync(20_000)
      await expectLinesInTime(page, 'ready Team')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    test('is shared by all components, and still knows at the next visit that an answer was lost', async () => {
      const { backend, token } = await createInvitation()
      const client = backend.createClient()
      const component: Component<string> = (use, input) => {
        const [flow, otherFlow] = [use.useClaimFlow(input), use.useClaimFlow(input, () => ({ waitForBenefits: false }))]
        return () =>
          h(
            'div',
            {},
            line(`${flow.state.status} ${otherFlow.state.status}`),
            button('claim', () => void flow.claim()),
            button('claim too', () => void otherFlow.claim()),
          )
      }
      const page = mountPage(driver, { component, client, input: token })
      await expectLines(page, 'ready ready')
      await backend.failNextCall('POST', { kind: 'drop_after' })
      await backend.failNextCall('GET', { kind: 'status', status: 503 })
      click(page, 'claim')
      click(page, 'claim too')
      await expectLines(page, 'failed failed')
      page.unmount()
      const secondPage = mountPage(driver, { component, client, input: token, cache: page.cache })
      await expectLines(secondPage, 'failed failed')
      click(secondPage, 'claim too')
      await expectLines(secondPage, 'claimed claimed')
      expect(backend.calls).toEqual(['GET', 'POST', 'GET', 'GET'])
    })

    test('reads an invitation again at the next visit', async () => {
      const { backend, token } = await createInvitation()
      const client = backend.createClient()
      const page = mountPage(driver, { component: claimPage, client, input: token })
      await expectLines(page, 'ready Team')
      page.unmount()
      await backend.createClient().claimSeat({ invitation_token: token })
      const secondPage = mountPage(driver, { component: claimPage, client, input: token, cache: page.cache })
      await expectLines(secondPage, 'unavailable ResourceNotFound')
      expect(backend.calls).toEqual(['GET', 'POST', 'GET'])
    })
  })
}

async function createInvitation(): Promise<{ backend: TestBackend; token: string }> {
  const backend = await TestBackend.create()
  await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
  backend.calls.length = 0
  return { backend, token: await backend.readInvitationToken('ada@example.com') }
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
