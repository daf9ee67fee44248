import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import type { SeatsHandler } from '@seats/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copyRecipes } from './recipe.ts'

// Passwords are hashed slowly, which takes longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const origin = 'http://localhost:3000'

interface Guide {
  auth: { handler: (request: Request) => Promise<Response> }
  seats: SeatsHandler
}

/** Loads the guide's code. The team has two seats, of which `freeSeats` are free, and an owner who has signed in. */
async function startTeam(freeSeats: number) {
  const takenSeats = Array.from({ length: 2 - freeSeats }, (_, index) => ({ email: `taken${index}@example.com` }))
  const emulator = await startEmulator({
    port: 0,
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          subscriptions: [{ ref: 'sub', seats: 2, roster: takenSeats }],
        },
      ],
    },
  })
  onTestFinished(() => emulator.close())
  const source = { subscription_id: emulator.ref('acme/sub') }
  const folder = copyRecipes({ 'better-auth.ts': 'better-auth.md', 'better-auth-seats.ts': 'better-auth.md' })
  writeFileSync(
    join(folder, 'database.ts'),
    `import { memoryAdapter } from 'better-auth/adapters/memory'
    export const database = memoryAdapter({
      user: [], session: [], account: [], verification: [], organization: [], member: [], invitation: [],
    })`,
  )
  writeFileSync(
    join(folder, 'subscriptions.ts'),
    `export const subscriptionOf = async () => '${source.subscription_id}'`,
  )
  vi.stubEnv('POLAR_URL', emulator.url)
  vi.stubEnv('POLAR_ACCESS_TOKEN', 'polar_oat_acme')
  vi.stubEnv('BETTER_AUTH_URL', origin)
  vi.stubEnv('BETTER_AUTH_SECRET', 'a secret for tests, which is long enough')
  onTestFinished(() => void vi.unstubAllEnvs())
  const guide: Guide = {
    ...(await import(pathToFileURL(join(folder, 'better-auth.ts')).href)),
    ...(await import(pathToFileURL(join(folder, 'better-auth-seats.ts')).href)),
  }

  const call = (path: string, cookie: string, body?: object) =>
    guide.auth.handler(
      new Request(`${origin}/api/auth${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    )
  /** Signs a person up. Resolves with the cookie of the session. */
  const signUp = async (name: string) => {
    const answer = await call('/sign-up/email', '', {
      name,
      email: `${name}@example.com`,
      password: `${name} ${name} ${name}`,
    })
    expect(answer.status).toBe(200)
    return answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }
  const ownerCookie = await signUp('olga')
  const team = await (await call('/organization/create', ownerCookie, { name: 'Team', slug: 'team' })).json()
  const invite = async (name: string) => {
    const body = { email: `${name}@example.com`, role: 'member', organizationId: team.id }
    return (await (await call('/organization/invite-member', ownerCookie, body)).json()).id as string
  }
  const listOtherMembers = async () => {
    const { members } = await (await call(`/organization/list-members?organizationId=${team.id}`, ownerCookie)).json()
    return (members as Array<{ id: string; user: { name: string } }>).filter(({ user }) => user.name !== 'olga')
  }
  const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url })
  const readRoster = async () => (await client.listSeats(source)).seats.filter(({ status }) => status !== 'revoked')
  return { call, signUp, invite, listOtherMembers, ownerCookie, team, readRoster, source, seats: guide.seats }
}

test('if two people accept at the same time and one seat is free, one becomes a member with a seat', async () => {
  const { call, signUp, invite, listOtherMembers, ownerCookie, team, readRoster } = await startTeam(1)
  const [adasCookie, gracesCookie] = await Promise.all([signUp('ada'), signUp('grace')])
  const [adaInvitation, graceInvitation] = [await invite('ada'), await invite('grace')]
  const answers = await Promise.all([
    call('/organization/accept-invitation', adasCookie, { invitationId: adaInvitation }),
    call('/organization/accept-invitation', gracesCookie, { invitationId: graceInvitation }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const [member, ...others] = await listOtherMembers()
  expect(others).toEqual([])
  const roster = await readRoster()
  expect(roster.map(({ status }) => status)).toEqual(['claimed', 'claimed'])
  expect(roster.map(({ email }) => email)).toContain(`${member?.user.name}@example.com`)

  // The other person's invitation can still be accepted once a seat is free.
  const body = { memberIdOrEmail: member?.id, organizationId: team.id }
  expect((await call('/organization/remove-member', ownerCookie, body)).status).toBe(200)
  const [cookie, invitationId] =
    answers[0]?.status === 200 ? [gracesCookie, graceInvitation] : [adasCookie, adaInvitation]
  expect((await call('/organization/accept-invitation', cookie, { invitationId })).status).toBe(200)
  expect((await readRoster()).map(({ status }) => status)).toEqual(['claimed', 'claimed'])
})

test('a person who accepts an invitation gets a seat, and loses it together with the membership', async () => {
  const { call, signUp, invite, listOtherMembers, ownerCookie, team, readRoster } = await startTeam(1)
  const adasCookie = await signUp('ada')
  const invitationId = await invite('ada')
  expect((await call('/organization/accept-invitation', adasCookie, { invitationId })).status).toBe(200)
  expect((await readRoster()).map(({ email }) => email)).toContain('ada@example.com')
  const body = { memberIdOrEmail: 'ada@example.com', organizationId: team.id }
  expect((await call('/organization/remove-member', ownerCookie, body)).status).toBe(200)
  expect(await listOtherMembers()).toEqual([])
  expect((await readRoster()).map(({ email }) => email)).not.toContain('ada@example.com')
})

test('the guard grants what the session allows', async () => {
  const { call, signUp, invite, ownerCookie, source, seats } = await startTeam(2)
  const adasCookie = await signUp('ada')
  const invitationId = await invite('ada')
  expect((await call('/organization/accept-invitation', adasCookie, { invitationId })).status).toBe(200)
  const read = (path: string, cookie: string) =>
    seats(new Request(`${origin}/api/seats${path}`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } }))
  const list = `/v1/customer-seats?subscription_id=${source.subscription_id}`
  expect((await read(list, ownerCookie)).status).toBe(200)
  expect((await read(list, adasCookie)).status).toBe(403)
  expect((await read(list, '')).status).toBe(401)
})
