import { createClaimFlow, type ClaimFlow, type ClaimFlowState, type SeatsClient } from '@seats/core'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createInterruptedClient, throwNetworkError } from '../../createInterruptedClient.ts'
import { newestInvitationToken, startServers } from '../../startServers.ts'

const servers = await startServers()
const { emulator } = servers
let token: string

/** Waits until an assertion passes, for at most ten seconds, because a busy machine can be slow. */
const waitUntilPasses = <T>(assertion: () => T) => vi.waitFor(assertion, { timeout: 10_000, interval: 5 })

beforeEach(async () => {
  emulator.reset()
  await servers.organizationClient().assignSeat({ ...servers.source, email: 'bob@example.com' })
  token = newestInvitationToken(emulator)
  servers.sent.length = 0
})

/** Creates a flow with a subscriber that records the status of every state. */
function startFlow(
  client: SeatsClient = servers.organizationClient(),
  params: { waitForBenefits?: boolean; token?: string } = {},
) {
  const { token: invitation_token = token, ...otherParams } = params
  const flow = createClaimFlow(client, { invitation_token, ...otherParams })
  const states: ClaimFlowState['status'][] = [flow.getState().status]
  const unsubscribe = flow.subscribe(() => states.push(flow.getState().status))
  return { flow, states, unsubscribe }
}

const waitForStatus = <Status extends ClaimFlowState['status']>(flow: ClaimFlow, status: Status) =>
  waitUntilPasses(() => {
    const state = flow.getState()
    if (state.status !== status) throw new Error(`The flow is ${state.status}`)
    return state as Extract<ClaimFlowState, { status: Status }>
  })

test('a claim goes through loading, ready, claiming and claimed', async () => {
  const { flow, states } = startFlow()
  expect((await waitForStatus(flow, 'ready')).info).toMatchObject({
    product_name: 'Team',
    customer_email: 'bob@example.com',
  })
  await flow.claim()
  expect(flow.getState()).toMatchObject({
    status: 'claimed',
    seat: { status: 'claimed', email: 'bob@example.com' },
    customer_session_token: expect.stringMatching(/^polar_mst_/),
    benefits: 'unknown',
  })
  expect(states).toEqual(['loading', 'ready', 'claiming', 'claimed'])
  expect(servers.sent).toEqual([`GET /v1/customer-seats/claim/${token}`, 'POST /v1/customer-seats/claim'])
})

test('a claim through @seats/server needs no token', async () => {
  const { flow } = startFlow(servers.tokenlessClient())
  await waitForStatus(flow, 'ready')
  await flow.claim()
  expect(flow.getState().status).toBe('claimed')
})

test('a flow without subscribers reads nothing, and many subscribers cause one read', async () => {
  const flow = createClaimFlow(servers.organizationClient(), { invitation_token: token })
  await flow.claim()
  expect(flow.getState()).toEqual({ status: 'loading' })
  expect(servers.sent).toEqual([])
  for (let index = 0; index < 3; index++) flow.subscribe(() => {})
  await waitForStatus(flow, 'ready')
  expect(servers.sent).toHaveLength(1)
})

test('a second claim sends no second request, neither during the first claim nor after it', async () => {
  const { flow } = startFlow()
  await waitForStatus(flow, 'ready')
  await Promise.all([flow.claim(), flow.claim()])
  await flow.claim()
  expect(servers.sent.filter((line) => line.startsWith('POST'))).toHaveLength(1)
})

describe('the link of an invitation', () => {
  test.each(['unknown', 'no token\0', ''])('is unavailable if its token is %j', async (token) => {
    const { flow } = startFlow(servers.organizationClient(), { token })
    expect((await waitForStatus(flow, 'unavailable')).error.status).toBeGreaterThanOrEqual(404)
    await flow.claim()
    expect(flow.getState().status).toBe('unavailable')
  })
  test('becomes unavailable if it is used elsewhere while the page is open', async () => {
    const [openPage, { flow }] = [startFlow(), startFlow()]
    await waitForStatus(openPage.flow, 'ready')
    await waitForStatus(flow, 'ready')
    await flow.claim()
    await openPage.flow.claim()
    expect(openPage.flow.getState()).toMatchObject({ status: 'unavailable', error: { code: 'InvalidInvitationToken' } })
    expect((await waitForStatus(startFlow().flow, 'unavailable')).error.code).toBe('ResourceNotFound')
  })
})

describe('a failure', () => {
  test('during loading leads to `failed`, and claim() loads again', async () => {
    const { flow, states } = startFlow(
      createInterruptedClient(servers, { GET: [throwNetworkError, throwNetworkError, throwNetworkError] }),
    )
    expect(await waitForStatus(flow, 'failed')).toMatchObject({ error: { code: 'NetworkError' }, info: null })
    await flow.claim()
    expect(states).toEqual(['loading', 'failed', 'loading', 'ready'])
  })
  test('during claiming leads to `failed` with the info, and claim() claims again', async () => {
    emulator.inject({
      fault: { kind: 'status', status: 403, body: '{"error":"FeatureNotEnabled","detail":"Off"}' },
      match: { method: 'POST', path: '/v1/customer-seats' },
      times: 1,
    })
    const { flow, states } = startFlow()
    await waitForStatus(flow, 'ready')
    await flow.claim()
    expect(flow.getState()).toMatchObject({
      status: 'failed',
      error: { code: 'FeatureNotEnabled' },
      info: { can_claim: true },
    })
    await flow.claim()
    expect(states).toEqual(['loading', 'ready', 'claiming', 'failed', 'claiming', 'claimed'])
  })
})

describe('a lost answer', () => {
  const claimedWithoutAnswer = {
    status: 'claimed',
    seat: null,
    customer_session_token: null,
    benefits: 'unknown',
    info: { can_claim: true },
  }

  test.each(['drop_after', 'garbage'] as const)(
    'after the claim (%s) leads to `claimed` without a seat and a session',
    async (kind) => {
      const { flow, states } = startFlow()
      await waitForStatus(flow, 'ready')
      emulator.inject({ fault: { kind }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
      await flow.claim()
      expect(flow.getState()).toMatchObject(claimedWithoutAnswer)
      expect(states).toEqual(['loading', 'ready', 'claiming', 'claimed'])
    },
  )
  test('before the claim leads to `ready` with the error, and the next claim works', async () => {
    const { flow } = startFlow()
    await waitForStatus(flow, 'ready')
    emulator.inject({ fault: { kind: 'drop_before' }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'ready', error: { code: 'NetworkError', isAmbiguous: true } })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'claimed', seat: { status: 'claimed' } })
  })
  test('of a server that stops answering leads to `failed`, and claim() reads before it claims again', async () => {
    const { flow, states } = startFlow()
    await waitForStatus(flow, 'ready')
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'GET' }, times: 6 })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'failed', error: { isAmbiguous: true } })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'failed', error: { code: 'ServerError' } })
    await flow.claim()
    expect(flow.getState()).toMatchObject(claimedWithoutAnswer)
    expect(states.slice(2)).toEqual(['claiming', 'failed', 'claiming', 'failed', 'claiming', 'claimed'])
    expect(servers.sent.filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })
  test('counts as claimed after the next refusal, if the claim took effect only after the read', async () => {
    const claimSeat = () => servers.organizationClient().claimSeat({ invitation_token: token })
    const { flow } = startFlow(createInterruptedClient(servers, { POST: [throwNetworkError, claimSeat] }))
    await waitForStatus(flow, 'ready')
    await flow.claim()
    expect(flow.getState().status).toBe('ready')
    await flow.claim()
    expect(flow.getState()).toMatchObject(claimedWithoutAnswer)
  })
})

const htmlFault = { kind: 'status', status: 404, body: '<h1>Not found</h1>' } as const

describe('a claim that was never sent', () => {
  const revoke = async () => {
    const [seat] = (await servers.readRoster()).seats
    await servers.organizationClient().revokeSeat(seat?.id ?? '')
  }
  /** Creates a client that uses the emulator's clock. */
  const createClientWithEmulatorClock = (
    interruptions: Parameters<typeof createInterruptedClient>[1],
  ): SeatsClient => ({
    ...createInterruptedClient(servers, interruptions),
    now: () => emulator.now(),
  })

  test('does not count as the claim of a seat that is revoked a minute later', async () => {
    const { flow } = startFlow(createClientWithEmulatorClock({ POST: [throwNetworkError] }))
    await waitForStatus(flow, 'ready')
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'ready', error: { isAmbiguous: true } })
    emulator.advance(60)
    await revoke()
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'unavailable', error: { code: 'InvalidInvitationToken' } })
  })
  test('does not count as the claim of a revoked seat if the read came a minute later', async () => {
    const { flow } = startFlow(
      createClientWithEmulatorClock({
        POST: [throwNetworkError, revoke],
        GET: [undefined, throwNetworkError, throwNetworkError, throwNetworkError],
      }),
    )
    await waitForStatus(flow, 'ready')
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'failed', error: { isAmbiguous: true } })
    emulator.advance(60)
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'unavailable', error: { code: 'InvalidInvitationToken' } })
  })
  test('does not count as made if the next read gets a proxy’s HTML page', async () => {
    const { flow } = startFlow(createInterruptedClient(servers, { POST: [throwNetworkError] }))
    await waitForStatus(flow, 'ready')
    emulator.inject({ fault: htmlFault, match: { method: 'GET' }, times: 2 })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'failed', error: { code: 'NetworkError', isAmbiguous: true } })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'failed', error: { code: 'NotFound' } })
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'claimed', seat: { status: 'claimed' } })
  })
})

test('a proxy’s HTML page in place of the invitation leads to `failed`, and claim() loads again', async () => {
  emulator.inject({ fault: htmlFault, match: { method: 'GET' }, times: 1 })
  const { flow, states } = startFlow()
  expect(await waitForStatus(flow, 'failed')).toMatchObject({ error: { code: 'NotFound', status: 404 }, info: null })
  await flow.claim()
  expect(states).toEqual(['loading', 'failed', 'loading', 'ready'])
})

describe('subscribers', () => {
  test('that throw do not stop the claim or other subscribers, and the error is reported', async () => {
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => consoleError.mockRestore())
    const mistake = new Error('a mistake in a subscriber')
    const flow = createClaimFlow(servers.organizationClient(), { invitation_token: token })
    flow.subscribe(() => {
      if (flow.getState().status === 'claiming') throw mistake
    })
    const states: string[] = []
    flow.subscribe(() => states.push(flow.getState().status))
    await waitForStatus(flow, 'ready')
    await flow.claim()
    expect(states).toEqual(['ready', 'claiming', 'claimed'])
    expect(consoleError.mock.calls).toEqual([[mistake]])
  })
  test('that have all unsubscribed end the read, and the next subscriber starts it again', async () => {
    let aborted = 0
    const client = servers.organizationClient({
      fetch: (request) => {
        request.signal.addEventListener('abort', () => aborted++)
        return globalThis.fetch(request)
      },
    })
    const { flow, states, unsubscribe } = startFlow(client)
    unsubscribe()
    expect(flow.getState().status).toBe('loading')
    flow.subscribe(() => {})
    await waitForStatus(flow, 'ready')
    expect([aborted, states]).toEqual([1, ['loading']])
  })
  test('that unsubscribe do not abort a claim', async () => {
    const { flow, unsubscribe } = startFlow()
    await waitForStatus(flow, 'ready')
    const claim = flow.claim()
    unsubscribe()
    await claim
    expect(flow.getState().status).toBe('claimed')
  })
})

describe('waitForBenefits', () => {
  const withBenefits = { waitForBenefits: true }
  const sentStreams = () => servers.sent.filter((line) => line.endsWith('/stream'))

  test('opens the stream before the claim, and reports the benefits of the seat', async () => {
    const { flow } = startFlow(servers.organizationClient(), withBenefits)
    await waitForStatus(flow, 'ready')
    expect(sentStreams()).toEqual([])
    await flow.claim()
    expect(servers.sent.slice(1)).toEqual([
      `GET /v1/customer-seats/claim/${token}/stream`,
      'POST /v1/customer-seats/claim',
    ])
    await waitUntilPasses(() => expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'seen' }))
  })

  test('works through @seats/server', async () => {
    const { flow } = startFlow(servers.tokenlessClient(), withBenefits)
    await waitForStatus(flow, 'ready')
    await flow.claim()
    await waitUntilPasses(() => expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'seen' }))
  })

  /** Creates a client that gets these claim streams, one after the other. */
  function clientWithStreams(...answers: (() => Response | Promise<Response>)[]) {
    const opened: Request[] = []
    const client = servers.organizationClient({
      fetch: (request) => {
        const answer = request.url.endsWith('/stream') ? answers[opened.length] : undefined
        if (answer === undefined) return globalThis.fetch(request)
        opened.push(request)
        return Promise.resolve(answer())
      },
    })
    return { client, opened }
  }

  /** A stream that stays open and ignores the request's signal. */
  function createStream() {
    const state: { send: (text: string) => void; end: () => void; isCancelled: boolean } = {
      send: () => {},
      end: () => {},
      isCancelled: false,
    }
    const open = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(controller) {
            state.send = (text) => controller.enqueue(new TextEncoder().encode(text))
            state.end = () => controller.close()
          },
          cancel() {
            state.isCancelled = true
          },
        }),
        { headers: { 'content-type': 'text/event-stream; charset=utf-8' } },
      )
    return { state, open }
  }

  const event = (key: string, payload: object = {}) => `data: ${JSON.stringify({ id: '1', key, payload })}\r\n\r\n`
  const reconnectEvent = 'data: {"type":"reconnect"}\r\n\r\n'

  async function claimSeat(client: SeatsClient) {
    const { flow, unsubscribe } = startFlow(client, withBenefits)
    await waitForStatus(flow, 'ready')
    await flow.claim()
    const { seat } = await waitForStatus(flow, 'claimed')
    const benefits = () => (flow.getState() as { benefits?: string }).benefits
    return { flow, unsubscribe, seatId: seat?.id ?? '', benefits }
  }

  test('ignores the claim of a teammate in the same stream', async () => {
    const { state, open } = createStream()
    const { client } = clientWithStreams(open)
    const { seatId, benefits } = await claimSeat(client)
    state.send(event('customer_seat.claimed', { seat_id: 'another' }) + event('benefit.granted'))
    state.send(`: ping\r\n\r\nevent: x\r\ndata: not json\r\n\r\n`)
    // The stream is cut in the middle of an event.
    const ownEvent = event('customer_seat.claimed', { seat_id: seatId })
    state.send(ownEvent.slice(0, 20))
    state.send(ownEvent.slice(20))
    await new Promise((resolve) => setImmediate(resolve))
    expect(benefits()).toBe('waiting')
    state.send(event('benefit.granted'))
    await waitUntilPasses(() => expect(benefits()).toBe('seen'))
    expect(state.isCancelled).toBe(true)
  })

  test('opens the stream again when the server asks to reconnect', async () => {
    const [firstStream, secondStream] = [createStream(), createStream()]
    const { client, opened } = clientWithStreams(firstStream.open, secondStream.open)
    const { seatId, benefits } = await claimSeat(client)
    firstStream.state.send(reconnectEvent)
    await waitUntilPasses(() => expect(opened).toHaveLength(2))
    expect(firstStream.state.isCancelled).toBe(true)
    secondStream.state.send(event('customer_seat.claimed', { seat_id: seatId }) + event('benefit.granted'))
    await waitUntilPasses(() => expect(benefits()).toBe('seen'))
  })

  test('opens the stream at most five times', async () => {
    const createReconnectAnswer = () =>
      new Response(reconnectEvent, { headers: { 'content-type': 'text/event-stream' } })
    const { client, opened } = clientWithStreams(...Array.from({ length: 50 }, () => createReconnectAnswer))
    const { benefits } = await claimSeat(client)
    await waitUntilPasses(() => expect(benefits()).toBe('unknown'))
    expect(opened).toHaveLength(5)
  })

  test('reports `unknown` if the stream ends', async () => {
    const { state, open } = createStream()
    const { benefits } = await claimSeat(clientWithStreams(open).client)
    state.end()
    await waitUntilPasses(() => expect(benefits()).toBe('unknown'))
  })

  test.each<[string, () => Response | Promise<Response>]>([
    ['refused', () => new Response('', { status: 429 })],
    ['an HTML page', () => new Response('<h1>', { headers: { 'content-type': 'text/html' } })],
    ['a redirect', () => Response.redirect('http://127.0.0.1:1/', 302)],
    ['broken', () => Promise.reject(new TypeError('fetch failed'))],
  ])('still claims if the stream is %s', async (_title, answer) => {
    const { benefits, flow } = await claimSeat(clientWithStreams(answer).client)
    expect(flow.getState().status).toBe('claimed')
    expect(benefits()).toBe('unknown')
  })

  describe('with a slow stream', () => {
    const useFakeTimeouts = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const tick = () => new Promise((resolve) => setImmediate(resolve))

    test('claims after 300 ms if the stream does not open, and waits for the benefits for at most 15 s', async () => {
      const { client, opened } = clientWithStreams(() => new Promise<Response>(() => {}))
      const { flow } = startFlow(client, withBenefits)
      await waitForStatus(flow, 'ready')
      useFakeTimeouts()
      try {
        const claim = flow.claim()
        while (opened.length === 0) await tick()
        await vi.advanceTimersByTimeAsync(299)
        expect(flow.getState().status).toBe('claiming')
        await vi.advanceTimersByTimeAsync(1)
        await claim
        expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'waiting' })
        await vi.advanceTimersByTimeAsync(15_000)
        await tick()
        expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'unknown' })
        expect(opened).toHaveLength(1)
        expect(vi.getTimerCount()).toBe(0)
      } finally {
        vi.useRealTimers()
      }
    })

    test('reports the benefits if the stream opens only after the claim', async () => {
      const { state, open } = createStream()
      const firstStream = Promise.withResolvers<Response>()
      const { client, opened } = clientWithStreams(() => firstStream.promise)
      const { flow } = startFlow(client, withBenefits)
      await waitForStatus(flow, 'ready')
      useFakeTimeouts()
      try {
        const claim = flow.claim()
        while (opened.length === 0) await tick()
        await vi.advanceTimersByTimeAsync(300)
        await claim
      } finally {
        vi.useRealTimers()
      }
      const { seat } = await waitForStatus(flow, 'claimed')
      firstStream.resolve(open())
      state.send(event('customer_seat.claimed', { seat_id: seat?.id }) + event('benefit.granted'))
      await waitUntilPasses(() => expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'seen' }))
      expect(state.isCancelled).toBe(true)
    })

    test('reports `unknown` if the stream is refused after the claim was sent', async () => {
      const lateResponse = Promise.withResolvers<Response>()
      const { client } = clientWithStreams(() => lateResponse.promise)
      const { benefits } = await claimSeat(client)
      expect(benefits()).toBe('waiting')
      lateResponse.resolve(new Response('', { status: 404 }))
      await waitUntilPasses(() => expect(benefits()).toBe('unknown'))
    })

    test('closes a stream that opens after the last subscriber has unsubscribed', async () => {
      const { state, open } = createStream()
      const lateResponse = Promise.withResolvers<Response>()
      const { client } = clientWithStreams(() => lateResponse.promise)
      const { unsubscribe, benefits } = await claimSeat(client)
      unsubscribe()
      lateResponse.resolve(open())
      await waitUntilPasses(() => expect(state.isCancelled).toBe(true))
      expect(benefits()).toBe('unknown')
    })

    test('stops waiting after 15 s if the stream sends nothing, even if it ignores the abort signal', async () => {
      const { state, open } = createStream()
      const { flow } = startFlow(clientWithStreams(open).client, withBenefits)
      await waitForStatus(flow, 'ready')
      useFakeTimeouts()
      try {
        await flow.claim()
        await vi.advanceTimersByTimeAsync(14_999)
        expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'waiting' })
        await vi.advanceTimersByTimeAsync(1)
        await tick()
        expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'unknown' })
        expect(state.isCancelled).toBe(true)
        expect(vi.getTimerCount()).toBe(0)
      } finally {
        vi.useRealTimers()
      }
    })
  })

  test('the stream is closed when the last subscriber unsubscribes', async () => {
    const { state, open } = createStream()
    const { unsubscribe, benefits } = await claimSeat(clientWithStreams(open).client)
    unsubscribe()
    await waitUntilPasses(() => expect(benefits()).toBe('unknown'))
    expect(state.isCancelled).toBe(true)
  })

  test('no stream stays open if a claim ends after the last subscriber has unsubscribed', async () => {
    const { state, open } = createStream()
    const { flow, unsubscribe } = startFlow(clientWithStreams(open).client, withBenefits)
    await waitForStatus(flow, 'ready')
    const claim = flow.claim()
    unsubscribe()
    await claim
    await waitUntilPasses(() => expect(flow.getState()).toMatchObject({ status: 'claimed', benefits: 'unknown' }))
    expect(state.isCancelled).toBe(true)
  })

  test('a claim that fails closes the stream', async () => {
    const { state, open } = createStream()
    const { flow } = startFlow(clientWithStreams(open).client, withBenefits)
    await waitForStatus(flow, 'ready')
    emulator.inject({
      fault: { kind: 'status', status: 400, body: '{"error":"BadRequest","detail":"No"}' },
      match: { method: 'POST', path: '/v1/customer-seats' },
      times: 1,
    })
    await flow.claim()
    expect(flow.getState().status).toBe('failed')
    await waitUntilPasses(() => expect(state.isCancelled).toBe(true))
  })
})
