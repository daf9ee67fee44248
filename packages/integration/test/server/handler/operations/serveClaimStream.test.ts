import { createClaimFlow, createSeatsClient } from '@seats/core'
import { expect, test, vi } from 'vitest'
import { listen } from '../../listen.ts'
import { readEvents } from '../../readEvents.ts'
import { invitationToken, openInvitation, statusAndCodeOf, startGuard } from '../../startGuard.ts'

const path = (token: string) => `/v1/customer-seats/claim/${token}/stream`

async function startClaim(options: Parameters<typeof startGuard>[0] = {}) {
  const guard = await startGuard(options)
  guard.grant(null)
  return { ...guard, token: invitationToken(guard.emulator, 'pia@example.com') }
}

test('Polar’s claim stream is forwarded without a grant', async () => {
  const { send, token, emulator } = await startClaim()
  const response = await send('GET', path(token))
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const stream = readEvents(response)
  // Polar sends nothing until something happens, and some browsers open a stream only at its first byte.
  await expect.poll(() => stream.comments).toEqual([''])
  await send('POST', '/v1/customer-seats/claim', { body: { invitation_token: token } })
  await expect
    .poll(() => stream.events.map(({ data }) => data))
    .toMatchObject([
      { key: 'customer_seat.claimed', payload: { seat_id: emulator.ref('acme/pia') } },
      { key: 'benefit.granted' },
    ])
  await stream.cancel()
})

test('a claim page waits for its benefits with the forwarded stream', async () => {
  const { handler, token } = await startClaim()
  const client = createSeatsClient({
    baseURL: '/api/seats',
    fetch: (request) => {
      const pageRequest = new Request(request)
      pageRequest.headers.set('sec-fetch-site', 'same-origin')
      return handler(pageRequest)
    },
  })
  const flow = createClaimFlow(client, { invitation_token: token, waitForBenefits: true })
  const unsubscribe = flow.subscribe(() => {})
  await expect.poll(() => flow.getState().status).toBe('ready')
  await flow.claim()
  await expect.poll(() => flow.getState()).toMatchObject({ status: 'claimed', benefits: 'seen' })
  unsubscribe()
})

test('an invalid invitation has no stream', async () => {
  const { send, calls } = await startClaim()
  expect(await statusAndCodeOf(send('GET', path('x'.repeat(43))))).toEqual([404, 'ResourceNotFound'])
  expect(await statusAndCodeOf(send('GET', path('..%2f')))).toEqual([404, 'ResourceNotFound'])
  expect(calls).toHaveLength(1)
})

test('the stream at Polar ends too if the page closes the connection or the handler is closed', async () => {
  const onCancel = vi.fn<() => void>()
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: async ({ url }) => {
      if (!url.endsWith('/stream')) return Response.json(openInvitation)
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(': ping\n\n')),
        cancel: onCancel,
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    },
  })
  const { handler, token } = await startClaim({ client })
  const url = await listen(handler)
  const page = new AbortController()
  const abortedStream = readEvents(await fetch(`${url}/api/seats${path(token)}`, { signal: page.signal }))
  await expect.poll(() => abortedStream.comments).toEqual(['', 'ping'])
  page.abort()
  await expect.poll(() => onCancel.mock.calls.length).toBe(1)
  const openStream = readEvents(await fetch(`${url}/api/seats${path(token)}`))
  await expect.poll(() => openStream.comments).toEqual(['', 'ping'])
  handler.close()
  expect(await openStream.ended).toBe('end')
  expect(onCancel).toHaveBeenCalledTimes(2)
})
