import { isSeatsError, SeatsError } from '@seats/core'
import { createSeatsWebhookHandler, memoryStore, type AuditEvent, type SeatsHandlerOptions } from '@seats/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { signedRequest, secrets } from '../sign.ts'
import { withOccupant, statusAndCodeOf, startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'
const event = { type: 'subscription.updated', timestamp: '', data: { id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' } }

/** Errors that a callback can throw. A callback that calls a seats client can throw a SeatsError. */
const failures: [string, unknown][] = [
  ...[200, 204, 307, 400, 401, 404, 429, 500, 502].map((status): [string, unknown] => [
    `a SeatsError with status ${status}`,
    new SeatsError({ code: status < 400 ? 'InvalidResponse' : 'BadRequest', status, detail: 'the details' }),
  ]),
  ['a SeatsError without a status', new SeatsError({ code: 'NetworkError', detail: 'the details' })],
  ['an Error', new Error('the details')],
  ['undefined', undefined],
]

describe.each(failures)('%s', (_, failure) => {
  const callbacks: [string, Partial<SeatsHandlerOptions>][] = [
    ['authorize', { authorize: () => Promise.reject(failure) }],
    ['onAudit', { onAudit: () => Promise.reject(failure) }],
    [
      'clientAddress',
      {
        clientAddress: () => {
          throw failure
        },
      },
    ],
    ['the store', { store: { ...memoryStore(), spend: () => Promise.reject(failure) } }],
  ]
  test.for(callbacks)('thrown by %s is answered with a plain 500 and reported to the operator', async ([, options]) => {
    const { send, emulator, errors } = await startGuard(options)
    const response = await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({
      error: 'ServerError',
      detail: expect.not.stringContaining('details'),
    })
    expect(errors).toEqual([failure])
    expect(errors[0]).toBe(failure)
  })

  test('thrown by the access token function is answered with a plain 500 and reported to the operator', async () => {
    const { send, emulator, errors } = await startGuard({ accessToken: () => Promise.reject(failure) })
    const response = await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('details')
    const [error] = errors
    expect(isSeatsError(error, 'Unauthorized') && error.cause).toBe(failure)
    expect(errors).toHaveLength(1)
  })

  test('thrown by a webhook callback is answered with a plain 500, and the next attempt runs the callback again', async () => {
    const errors: unknown[] = []
    let attempts = 0
    const on = {
      'subscription.updated': () => {
        attempts += 1
        if (attempts === 1) throw failure
      },
    }
    const onError = (error: unknown) => void errors.push(error)
    const webhooks = createSeatsWebhookHandler({ secret: secrets.newer, store: memoryStore(), on, onError })
    const response = await webhooks(signedRequest(event))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('details')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toBe(failure)
    expect((await webhooks(signedRequest(event))).status).toBe(200)
    expect(attempts).toBe(2)
  })
})

describe('a failing `onError`', () => {
  afterEach(() => void vi.restoreAllMocks())

  const trackerError = new Error('the tracker is down')
  const cases: [string, (error: unknown) => void | Promise<void>][] = [
    [
      'throws',
      () => {
        throw trackerError
      },
    ],
    ['rejects', () => Promise.reject(trackerError)],
  ]
  test.for(cases)('changes no answer and hides no error: it %s', async ([, onError]) => {
    const written: unknown[] = []
    vi.spyOn(console, 'error').mockImplementation((error) => void written.push(error))
    const events: AuditEvent[] = []
    const busError = new Error('the bus is down')
    const store = { ...memoryStore(), publish: () => Promise.reject(busError) }
    const guard = await startGuard({ store, onError, onAudit: (event) => void events.push(event) })
    const revoke = () => guard.send('DELETE', `${seats}/${guard.emulator.ref('acme/bob')}`, withOccupant('bob'))
    expect((await revoke()).status).toBe(200)
    guard.emulator.inject({ fault: { kind: 'status', status: 401 } })
    expect(await statusAndCodeOf(revoke())).toEqual([502, 'UpstreamRefused'])
    expect(events.map(({ status }) => status)).toEqual([200, 502])

    const databaseError = new Error('the database is down')
    const on = { 'subscription.updated': () => Promise.reject(databaseError) }
    const webhooks = createSeatsWebhookHandler({ secret: secrets.newer, store: memoryStore(), on, onError })
    expect((await webhooks(signedRequest(event))).status).toBe(500)
    await expect
      .poll(() => written)
      .toEqual([busError, trackerError, expect.any(SeatsError), trackerError, databaseError, trackerError])
  })
})
