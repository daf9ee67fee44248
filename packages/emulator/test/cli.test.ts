import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCli, startCli } from './support/cli.ts'
import { startReceiver } from './support/receiver.ts'
import { temporaryDirectory } from './support/storages.ts'
import { waitUntil } from './support/waitUntil.ts'

const listSeats = (url: string, refs: Record<string, string>) =>
  fetch(`${url}/v1/customer-seats?subscription_id=${refs['acme/sub']}`, {
    headers: { authorization: 'Bearer polar_oat_acme' },
  })

describe('the command line', () => {
  test('`--json` prints one JSON object when the emulator is ready, and the first call is answered', async () => {
    const { url, refs, stdout } = await startCli()
    expect(stdout()).toBe(`${JSON.stringify({ url, refs })}\n`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await listSeats(url, refs)).json()).toEqual({
      seats: [],
      available_seats: 10,
      total_seats: 10,
    })
  })

  test('without `--json`, one readable line is printed', async () => {
    const { stdout, stderr } = runCli('--port', '0')
    await waitUntil(() => expect(stdout()).toMatch(/^.*http:\/\/127\.0\.0\.1:\d+.*\n$/))
    expect(stderr()).toBe('')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'the exit code is 0 after %s, even with an open connection',
    async (signal) => {
      const { url, refs, child, exit, stderr } = await startCli()
      await listSeats(url, refs)
      child.kill(signal)
      expect(await exit).toBe(0)
      expect(stderr()).toBe('')
    },
  )

  test.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--rate-limit', '0'], '--rate-limit'],
    [['--nonsense'], '--nonsense'],
    [['extra'], 'extra'],
    [['--seed', '/nowhere.json'], '/nowhere.json'],
    [['--webhook-url', 'nope'], '--webhook-url'],
    [['--webhook-url', 'http://127.0.0.1:1', '--webhook-secret', ''], '--webhook-secret'],
  ])('the exit code is 2 for the arguments %j, and one line names the mistake', async (args, mistake) => {
    const { exit, stdout, stderr } = runCli(...args)
    expect(await exit).toBe(2)
    expect(stdout()).toBe('')
    expect(stderr()).toMatch(/^seats-emulator: .+\n$/)
    expect(stderr()).toContain(mistake)
  })

  test('the exit code is 2 for an invalid seed, and one line names every problem', async () => {
    const file = join(temporaryDirectory(), 'seed.json')
    writeFileSync(file, '{"organizations":[{"slug":"A B"},{"slug":"ok","subscriptions":[{"seats":-1}]}]}')
    const { exit, stderr } = runCli('--seed', file)
    expect(await exit).toBe(2)
    expect(stderr()).toMatch(/^.*organizations\.0\.slug.*organizations\.1\.subscriptions\.0\.seats.*\n$/)
    writeFileSync(file, '{')
    const broken = runCli('--seed', file)
    expect(await broken.exit).toBe(2)
    expect(broken.stderr()).toContain('is not JSON')
  })

  test('the exit code is 2 if a ref of the seed does not exist', async () => {
    const file = join(temporaryDirectory(), 'seed.json')
    writeFileSync(file, '{"organizations":[{"slug":"ok","subscriptions":[{"product":"none"}]}]}')
    const { exit, stderr } = runCli('--port', '0', '--seed', file)
    expect(await exit).toBe(2)
    expect(stderr()).toContain('organizations.0.subscriptions.0.product')
  })

  test('the exit code is 1 if the port is taken or the directory cannot be used', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    const first = runCli('--port', port)
    expect(await first.exit).toBe(1)
    expect(first.stderr()).toMatch(new RegExp(`^seats-emulator: .*${port}.*\n$`))
    const file = join(temporaryDirectory(), 'file')
    writeFileSync(file, '')
    const secondRun = runCli('--port', '0', '--data-dir', file)
    expect(await secondRun.exit).toBe(1)
    expect(secondRun.stderr()).toMatch(/^seats-emulator: The data directory .* cannot be used: .+\n$/)
  })

  test('the options set a seed, a rate limit and webhooks, and the new webhook secret is printed', async () => {
    const { received, url: hook } = await startReceiver()
    const file = join(temporaryDirectory(), 'seed.json')
    writeFileSync(
      file,
      '{"organizations":[{"slug":"acme","tokens":[{"token":"polar_oat_acme"}],"subscriptions":[{"ref":"sub","seats":7}]}]}',
    )
    const { url, refs, stderr } = await startCli('--seed', file, '--rate-limit', '2', '--webhook-url', hook)
    expect(stderr()).toMatch(/whsec_[\w+/=]+\n$/)
    expect(await (await listSeats(url, refs)).json()).toMatchObject({ total_seats: 7 })
    await fetch(`${url}/v1/customer-seats`, {
      method: 'POST',
      headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
      body: JSON.stringify({ subscription_id: refs['acme/sub'], email: 'bob@example.com' }),
    })
    await waitUntil(() => expect(received).toHaveLength(1))
    expect((await listSeats(url, refs)).status).toBe(429)
  })

  test('a warning is printed if the emulator can be reached from other machines', async () => {
    const { stderr, url } = await startCli('--host', '0.0.0.0')
    await waitUntil(() => expect(stderr()).toContain('Listening on 0.0.0.0'))
    expect(url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/)
  })
})
