import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the demo uses the next port if its own is taken, and stops completely after %s',
  async (signal) => {
    const blockingServer = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void blockingServer.close())
    await once(blockingServer, 'listening')
    const { port } = blockingServer.address() as AddressInfo

    const demo = startProcess(String(port))
    const output = await firstLine(demo)
    const match = /^Seats demo: (http:\/\/127\.0\.0\.1:(\d+))\n$/.exec(output)
    expect(match, output).not.toBeNull()
    expect(Number(match?.[2])).toBeGreaterThan(port)

    const page = await fetch(match?.[1] ?? '')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Team · Lumen</title>')
    // An open page keeps its connection, and opens an event stream.
    expect(page.headers.get('connection')).toBe('keep-alive')
    const headers = { cookie: page.headers.getSetCookie()[0] ?? '' }
    const session = await fetch(`${match?.[1]}/api/demo/session`, { headers })
    const query = new URLSearchParams((await session.json()).source)
    const events = await fetch(`${match?.[1]}/api/seats/v1/customer-seats/events?${query}`, { headers })
    expect(events.headers.get('content-type')).toContain('text/event-stream')

    const killedAtMs = performance.now()
    demo.kill(signal)
    const [code] = await once(demo, 'exit')
    expect(code).toBe(0)
    expect(performance.now() - killedAtMs).toBeLessThan(2_000)
    await expect(fetch(match?.[1] ?? '')).rejects.toThrow('fetch failed')
  },
)

test('a PORT that is not a port number is refused', async () => {
  const demo = startProcess('http')
  const [[code], errorOutput] = await Promise.all([once(demo, 'exit'), demo.stderr && text(demo.stderr)])
  expect(code).toBe(1)
  expect(errorOutput).toBe('PORT must be a whole number from 0 to 65535.\n')
})

function startProcess(port: string): ChildProcess {
  const child = spawn(process.execPath, ['--conditions', '@seats/source', main], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) return ''
  let line = ''
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    line += String(chunk)
    if (line.includes('\n')) break
  }
  return line
}
