import { expect, onTestFinished, test, vi } from 'vitest'
import { createFetch } from '../src/start/createFetch.ts'
import { Emulation } from '../src/emulation/Emulation.ts'
import { inProcessFetch } from '../src/start/inProcessFetch.ts'
import { startServer } from '../src/start/startServer.ts'
import { storages, temporaryDirectory } from './support/storages.ts'

const storagesAndTransports = storages.flatMap((storage) => [
  [storage, 'over HTTP'] as const,
  [storage, 'in process'] as const,
])

test.each(storagesAndTransports)(
  'an error after the body was read is answered with 500 and written to stderr, with data %s, %s',
  async (storage, transport) => {
    const emulation = new Emulation(storage === 'on a file' ? temporaryDirectory() : undefined)
    onTestFinished(() => emulation.close())
    const handle = createFetch(emulation)
    const server = transport === 'over HTTP' ? await startServer(handle, 0, '127.0.0.1') : undefined
    onTestFinished(() => server?.close())
    const send = server ? fetch : inProcessFetch(handle)
    const url = server?.url ?? emulation.url
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => stderr.mockRestore())

    const post = (path: string, body: object) =>
      send(url + path, {
        method: 'POST',
        headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(5000),
      })
    const assign = () =>
      post('/v1/customer-seats', { subscription_id: emulation.refs['acme/sub'], email: 'bob@example.com' })

    // After ROLLBACK, SQLite has already ended the transaction. After FAIL, it has not.
    for (const kind of ['FAIL', 'ROLLBACK']) {
      emulation.database.exec(
        `CREATE TRIGGER full BEFORE INSERT ON seats BEGIN SELECT RAISE(${kind}, 'disk is full'); END`,
      )
      stderr.mockClear()
      const answer = await assign()
      expect([answer.status, await answer.json()]).toEqual([500, { detail: 'Internal Server Error' }])
      expect(stderr.mock.calls.join('')).toMatch(/disk is full[\s\S]*\n {4}at .*assignSeat/)
      emulation.database.exec('DROP TRIGGER full')
    }
    expect((await assign()).status).toBe(200)

    emulation.database.exec(`CREATE TRIGGER full BEFORE UPDATE ON clock BEGIN SELECT RAISE(FAIL, 'no room'); END`)
    expect((await post('/_emulator/clock', { advance_seconds: 1 })).status).toBe(500)
    expect(stderr.mock.calls.join('')).toContain('no room')
  },
)

test('an error while an attempt is recorded is logged, and the event is sent again later', async () => {
  const emulation = new Emulation(undefined, {
    organizations: [{ slug: 'acme', tokens: [{ token: 'polar_oat_acme' }], subscriptions: [{ ref: 'sub', seats: 5 }] }],
  })
  onTestFinished(() => emulation.close())
  const received: string[] = []
  const handler = async (request: Request) => {
    received.push(request.headers.get('webhook-id') ?? '')
    return new Response()
  }
  emulation.setSharedHandlers([{ handler, events: ['subscription.past_due'] }])
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => stderr.mockRestore())
  const statuses = () => emulation.deliveries().map(({ status }) => status)

  emulation.database.exec(
    `CREATE TRIGGER full BEFORE UPDATE ON deliveries BEGIN SELECT RAISE(FAIL, 'disk is full'); END`,
  )
  emulation.lifecycle(emulation.ref('acme/sub'), 'payment_failed')
  await emulation.webhooks.delivered()
  expect([received.length, statuses()]).toEqual([1, ['pending']])
  expect(stderr.mock.calls.join('')).toMatch(/disk is full[\s\S]*\n {4}at /)

  emulation.database.exec('DROP TRIGGER full')
  emulation.moveClock((clock) => clock.advance(3))
  await emulation.webhooks.delivered()
  expect([received.length, new Set(received).size, statuses()]).toEqual([2, 1, ['succeeded']])
})
