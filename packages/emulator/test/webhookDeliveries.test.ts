import { expect, test } from 'vitest'
import { unknownId } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls, type Json } from './support/team.ts'

interface DeliveryJson {
  id: string
  succeeded: boolean
  http_code: number | null
  response: string | null
  webhook_event: { id: string; type: string; succeeded: boolean | null; skipped: boolean; payload: string }
}

/** Starts an emulator whose webhook endpoint answers with `endpoint.answer`. */
async function prepareEmulator() {
  const received: string[] = []
  const endpoint = { answer: (): Response => new Response('taken', { status: 200 }) }
  const emulator = await startTestEmulator('in memory', {
    now: '2026-09-11T07:00:00Z',
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }, { token: 'polar_oat_reader', scopes: ['webhooks:read'] }],
          subscriptions: [{ ref: 'sub' }],
          webhooks: [
            {
              handler: (request) => {
                received.push(request.headers.get('webhook-id') ?? '')
                return endpoint.answer()
              },
            },
          ],
        },
        { slug: 'rival', tokens: [{ token: 'polar_oat_rival' }] },
      ],
    },
  })
  const { send } = teamCalls(emulator)
  const listDeliveries = async (query = '', options = {}) => {
    const { body } = await send('GET', `/v1/webhooks/deliveries${query}`, undefined, options)
    return body['items'] as unknown as DeliveryJson[]
  }
  const assignSeat = async (email = 'bob@example.com') => {
    const { body } = await send('POST', '/v1/customer-seats', { subscription_id: emulator.ref('acme/sub'), email })
    await emulator.delivered()
    return String(body['id'])
  }
  return { emulator, received, endpoint, send, listDeliveries, assignSeat }
}

test('the API lists each attempt as a separate delivery, the newest first', async () => {
  const { emulator, endpoint, listDeliveries, assignSeat } = await prepareEmulator()
  endpoint.answer = () => new Response(null, { status: 503 })
  await assignSeat()
  endpoint.answer = () => new Response('taken', { status: 200 })
  emulator.advance(3)
  await emulator.delivered()
  const items = await listDeliveries()
  expect(items).toMatchObject([
    { succeeded: true, http_code: 200, response: 'taken' },
    { succeeded: false, http_code: 503, response: expect.stringContaining("Server error '503") },
  ])
  const [sent] = emulator.deliveries()
  expect(items.map(({ webhook_event }) => webhook_event)).toMatchObject(
    Array.from({ length: 2 }, () => ({
      id: sent?.webhook_id,
      type: 'customer_seat.assigned',
      succeeded: true,
      skipped: false,
      payload: sent?.body,
    })),
  )
})

test('a delivery to an unreachable endpoint has no status code, and a long response is truncated', async () => {
  const { endpoint, listDeliveries, assignSeat } = await prepareEmulator()
  endpoint.answer = () => {
    throw new Error('The endpoint cannot be reached.')
  }
  await assignSeat()
  expect(await listDeliveries()).toMatchObject([
    { succeeded: false, http_code: null, response: 'The endpoint cannot be reached.' },
  ])
  endpoint.answer = () => new Response(`a\0${'b'.repeat(10_000)}`, { status: 400 })
  await assignSeat('eve@example.com')
  expect((await listDeliveries())[0]?.response).toHaveLength(2048)
})

test('deliveries can be filtered', async () => {
  const { emulator, endpoint, listDeliveries, assignSeat, send } = await prepareEmulator()
  const seat = await assignSeat()
  endpoint.answer = () => new Response('no', { status: 404 })
  emulator.advance(60)
  await send('DELETE', `/v1/customer-seats/${seat}`)
  await emulator.delivered()
  const listTypes = async (query: string) =>
    (await listDeliveries(query)).map(({ webhook_event }) => webhook_event.type)
  const [revoked, assigned] = ['customer_seat.revoked', 'customer_seat.assigned']
  const [listedEndpoint] = emulator.endpoints()
  expect(await listTypes('')).toEqual([revoked, assigned])
  expect(await listTypes('?succeeded=true')).toEqual([assigned])
  expect(await listTypes('?http_code_class=4xx')).toEqual([revoked])
  expect(await listTypes(`?event_type=${assigned}&event_type=member.created`)).toEqual([assigned])
  expect(await listTypes(`?endpoint_id=${listedEndpoint?.id}`)).toEqual([revoked, assigned])
  expect(await listTypes(`?endpoint_id=${unknownId}`)).toEqual([])
  expect(await listTypes('?start_timestamp=2026-09-11T07:00:30Z')).toEqual([revoked])
  expect(await listTypes('?end_timestamp=2026-09-11T09:00:30%2B02:00')).toEqual([assigned])
  // Another attempt can have `404` in its random id.
  expect(await listTypes('?query=404')).toContain(revoked)
  expect(await listTypes(`?query=${(await listDeliveries())[0]?.id}`)).toEqual([revoked])
  expect(await listDeliveries('', { token: 'polar_oat_rival' })).toEqual([])
  const refused = await send(
    'GET',
    '/v1/webhooks/deliveries?start_timestamp=2026-09-11T07:00:30&http_code_class=6xx&event_type=x',
  )
  expect((refused.body['detail'] as Json[]).map(({ type, msg }) => [type, msg])).toEqual([
    ['timezone_aware', 'Input should have timezone info'],
    ['literal_error', "Input should be '2xx', '3xx', '4xx' or '5xx'"],
    ['enum', expect.stringContaining("Input should be 'checkout.created'")],
    ['enum', expect.stringContaining("Input should be 'checkout.created'")],
  ])
})

test('an event that is sent again has the same id', async () => {
  const { emulator, received, listDeliveries, assignSeat, send } = await prepareEmulator()
  await assignSeat()
  const id = emulator.deliveries()[0]?.webhook_id
  const path = `/v1/webhooks/events/${id}/redeliver`
  expect(await send('POST', path)).toEqual({ status: 202, body: null })
  await emulator.delivered()
  expect(received).toEqual([id, id])
  expect(await listDeliveries()).toHaveLength(2)
  expect((await send('POST', path, undefined, { token: 'polar_oat_rival' })).status).toBe(404)
  expect((await send('POST', path, undefined, { token: 'polar_oat_reader' })).status).toBe(403)
  expect((await send('POST', `/v1/webhooks/events/${unknownId}/redeliver`)).status).toBe(404)
})

test('a skipped event can be sent again after the endpoint is enabled', async () => {
  const { emulator, received, endpoint, assignSeat, send } = await prepareEmulator()
  endpoint.answer = () => new Response(null, { status: 500 })
  await assignSeat()
  const [{ id = '' } = {}] = emulator.endpoints()
  await send('PATCH', `/v1/webhooks/endpoints/${id}`, { enabled: false })
  const event = emulator.deliveries()[0]?.webhook_id
  await send('POST', `/v1/webhooks/events/${event}/redeliver`)
  await emulator.delivered()
  expect(received).toHaveLength(1)
  expect(emulator.deliveries()[0]?.status).toBe('skipped')

  endpoint.answer = () => new Response()
  await send('PATCH', `/v1/webhooks/endpoints/${id}`, { enabled: true })
  await send('POST', `/v1/webhooks/events/${event}/redeliver`)
  await emulator.delivered()
  expect(emulator.deliveries()[0]?.status).toBe('succeeded')
})
