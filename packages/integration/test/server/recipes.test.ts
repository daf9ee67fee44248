import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@seats/conformance/freePort'
import { createSeatsClient } from '@seats/core'
import { startEmulator, type Emulator } from '@seats/emulator'
import { expect, onTestFinished, test, vi } from 'vitest'
import { guideExample } from './guideExample.ts'
import { readEvents } from './readEvents.ts'
import { signedHeaders, secrets } from './sign.ts'

/** Runs a recipe of the guide in its own process against an emulator. `edit` can change the recipe's code. */
async function startRecipe(file: string, edit = (code: string) => code, runningEmulator?: Emulator) {
  const emulator = runningEmulator ?? (await startEmulator({ port: 0 }))
  if (runningEmulator === undefined) onTestFinished(() => emulator.close())
  const directory = fileURLToPath(new URL(`../../dist/recipes/${crypto.randomUUID()}`, import.meta.url))
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const subscriptionId = emulator.ref('acme/sub')
  const auth = `export const findUser = async (request: Request) =>
    request.headers.get('cookie') === 'user=jane'
      ? { id: 'jane', managesTeam: true, subscriptionId: '${subscriptionId}' }
      : undefined`
  // In the shared file, only the address of Polar is changed.
  const withEmulatorUrl = (code: string) =>
    code.replace('createSeatsClient({', `createSeatsClient({ baseURL: '${emulator.url}',`)
  const isGate = file.startsWith('gate-')
  const shared = isGate ? 'gate.ts' : 'seats.ts'
  const guide = isGate ? 'gate.md' : 'serve-seats.md'
  const files = {
    'auth.ts': auth,
    [shared]: withEmulatorUrl(guideExample(shared, guide)),
    [file]: edit(guideExample(file, guide)),
  }
  for (const [name, code] of Object.entries(files)) {
    writeFileSync(join(directory, name), code)
  }
  const port = await freePort()
  const env = { POLAR_ACCESS_TOKEN: 'polar_oat_acme', POLAR_WEBHOOK_SECRET: secrets.newer, PORT: String(port) }
  const app = spawn(process.execPath, ['--conditions', '@seats/source', join(directory, file)], { env, stdio: 'pipe' })
  let output = ''
  for (const stream of [app.stdout, app.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  onTestFinished(async () => {
    if (app.exitCode !== null) return
    app.kill()
    await once(app, 'exit')
  })
  const url = `http://127.0.0.1:${port}`
  const hasStarted = async () => {
    if (app.exitCode !== null) throw new Error(`The recipe ended:\n${output}`)
    return (await fetch(url).catch(() => undefined)) !== undefined
  }
  await vi.waitUntil(hasStarted, { timeout: 15_000 })
  return { emulator, url, subscriptionId, output: () => output }
}

test.for(['hono.ts', 'express.ts', 'node.ts'])('the recipe in %s serves a team', { timeout: 30_000 }, async (file) => {
  const { emulator, url, subscriptionId, output } = await startRecipe(file)
  const source = { subscription_id: subscriptionId }
  const createUserClient = (cookie: string) =>
    createSeatsClient({
      baseURL: `${url}/api/seats`,
      fetch: (request) => {
        const requestWithCookie = new Request(request)
        requestWithCookie.headers.set('cookie', cookie)
        requestWithCookie.headers.set('origin', url)
        return fetch(requestWithCookie)
      },
    })
  const [jane, eve] = [createUserClient('user=jane'), createUserClient('user=eve')]

  await expect(eve.listSeats(source)).rejects.toMatchObject({ status: 401 })
  expect((await jane.listSeats(source)).total_seats).toBe(10)
  const eventsUrl = `${url}/api/seats/v1/customer-seats/events?subscription_id=${subscriptionId}`
  const stream = readEvents(await fetch(eventsUrl, { headers: { cookie: 'user=jane' } }))
  const seat = await jane.assignSeat({ ...source, email: 'ada@example.com' })
  await expect.poll(() => stream.events).toMatchObject([{ event: 'seat', data: { id: seat.id, status: 'pending' } }])
  expect((await jane.resendInvitation(seat.id, { source })).status).toBe('pending')
  const invitation_token = emulator.outbox('ada@example.com')[0]?.invitation_token ?? ''
  expect((await eve.getClaimInfo(invitation_token)).can_claim).toBe(true)
  expect((await eve.claimSeat({ invitation_token })).seat.status).toBe('claimed')
  expect((await jane.revokeSeat(seat.id, { source, occupant: seat })).status).toBe('revoked')
  await expect.poll(() => stream.events.length).toBe(4)

  const sendWebhook = (event: object, options = {}) => {
    const body = JSON.stringify(event)
    return fetch(`${url}/hooks/polar`, { method: 'POST', body, headers: signedHeaders(body, options) })
  }
  const claimedEvent = { type: 'customer_seat.claimed', timestamp: '', data: { ...seat, email: 'hook@example.com' } }
  expect((await sendWebhook(claimedEvent, { secret: secrets.older })).status).toBe(401)
  expect((await sendWebhook(claimedEvent)).status).toBe(200)
  await expect.poll(() => stream.events.length).toBe(5)
  await expect.poll(output).toContain('hook@example.com joined')
  await stream.cancel()
})

test.for(['gate-hono.ts', 'gate-express.ts'])('%s lets only seated people in', { timeout: 30_000 }, async (file) => {
  const { emulator, url, subscriptionId } = await startRecipe(file)
  const read = async (cookie: string) => {
    const answer = await fetch(`${url}/report`, { headers: { cookie } })
    return [answer.status, await answer.text()]
  }
  expect(await read('user=eve')).toEqual([403, 'You need a seat.'])
  expect(await read('user=jane')).toEqual([403, 'You need a seat.'])
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url })
  const recipient = { email: 'me@example.com', external_member_id: 'jane' }
  await polar.assignSeat({ subscription_id: subscriptionId, ...recipient, immediate_claim: true })
  const secondApp = await startRecipe(file, (code) => code, emulator)
  expect(await (await fetch(`${secondApp.url}/report`, { headers: { cookie: 'user=jane' } })).text()).toBe(
    'The report.',
  )
})

test.for(['json', 'text', 'raw'])(
  'the operator gets one report if express.%s() is used before the webhook handler',
  { timeout: 30_000 },
  async (parser) => {
    const parseFirst = (code: string) =>
      code.replace('const app = express()\n', `const app = express()\napp.use(express.${parser}({ type: '*/*' }))\n`)
    const { url, output } = await startRecipe('express.ts', parseFirst)
    const body = JSON.stringify({ type: 'customer_seat.assigned', timestamp: '', data: {} })
    for (const id of ['1', '2']) {
      const response = await fetch(`${url}/hooks/polar`, { method: 'POST', body, headers: signedHeaders(body, { id }) })
      expect([response.status, await response.json()]).toMatchObject([500, { error: 'ServerError' }])
    }
    await expect.poll(output).toContain('Mount the webhook handler before express.json()')
    expect(output().match(/SeatsError: Something read/g)).toHaveLength(1)
  },
)
