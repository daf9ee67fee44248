import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { assignSeats, type AssignSeatsParams, type AssignSeatsReport } from '@seats/core'
import { beforeEach, expect, test, vi } from 'vitest'
import { assignUntilComplete, injectFaults, createPeople, seedWithSeats } from '../../team.ts'
import { startServers } from '../../startServers.ts'

const peopleCount = 1000
const recipients = createPeople(peopleCount)
const servers = await startServers(seedWithSeats(peopleCount))
const { emulator } = servers

beforeEach(() => void emulator.reset())

const createBulkClient = () => servers.organizationClient({ timeout: 500, ratePerMinute: Infinity })

const groupByOutcome = (report: AssignSeatsReport) => Object.groupBy(report.results, ({ outcome }) => outcome)

async function readRoster() {
  const { seats, available_seats } = await servers.readRoster()
  expect(seats).toHaveLength(peopleCount)
  expect(available_seats).toBe(0)
  expect(new Set(seats.map(({ email }) => email))).toEqual(new Set(recipients.map(({ email }) => email)))
  return new Map(seats.map((seat) => [seat.email, seat]))
}

/** Starts a process that runs the bulk job with these parameters and prints its report. */
function startChild(params: AssignSeatsParams) {
  const script = fileURLToPath(new URL('bulkChild.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions', '@seats/source', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ baseURL: emulator.url, params }))
  return child
}

test('a thousand people get one seat each, although one call in five fails', { timeout: 180_000 }, async () => {
  injectFaults(emulator, 800)
  const report = await assignUntilComplete(createBulkClient(), { source: servers.source, recipients })
  const seatByEmail = await readRoster()
  expect(report.complete).toBe(true)
  expect(report.results.map(({ recipient }) => recipient)).toEqual(recipients)
  for (const { recipient, outcome, seat } of report.results) {
    expect(outcome, recipient.email).toBe('assigned')
    expect(seat?.id ?? seatByEmail.get(recipient.email ?? '')?.id).toBe(seatByEmail.get(recipient.email ?? '')?.id)
  }
  // Makes sure that the test has had faults.
  expect(servers.sent.length).toBeGreaterThan(peopleCount * 1.1)
})

test(
  'a second process without a report gives each person one seat, after the first one was killed',
  { timeout: 180_000 },
  async () => {
    injectFaults(emulator, 800)
    const child = startChild({ source: servers.source, recipients })
    await vi.waitFor(async () => expect((await servers.readRoster()).seats.length).toBeGreaterThan(300), {
      timeout: 90_000,
      interval: 20,
    })
    child.kill('SIGKILL')
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    const seatedByFirst = (await servers.readRoster()).seats.length
    expect(seatedByFirst).toBeLessThan(peopleCount)

    const report = await assignUntilComplete(createBulkClient(), { source: servers.source, recipients })
    await readRoster()
    const { assigned = [], already_seated = [] } = groupByOutcome(report)
    expect(report.complete).toBe(true)
    expect(assigned.length + already_seated.length).toBe(peopleCount)
    // A call of the killed process may have arrived after the count.
    expect(already_seated.length).toBeGreaterThanOrEqual(seatedByFirst)
    expect(already_seated.length).toBeLessThanOrEqual(seatedByFirst + 4)
  },
)

test(
  'a second process that resumes the report of the first one gives each person one seat',
  { timeout: 180_000 },
  async () => {
    injectFaults(emulator, 800)
    const controller = new AbortController()
    const firstReport = await assignSeats(
      createBulkClient(),
      { source: servers.source, recipients },
      {
        signal: controller.signal,
        onProgress: ({ assigned }) => {
          if (assigned >= 400) controller.abort()
        },
      },
    )
    expect(firstReport.complete).toBe(false)
    const { assigned = [], skipped = [], failed = [] } = groupByOutcome(firstReport)
    expect(assigned.length).toBeGreaterThanOrEqual(400)
    expect(skipped.length).toBeGreaterThan(400)
    // `failed` has the people whose answer was lost and who were not on the roster at that time.
    expect(assigned.length + skipped.length + failed.length).toBe(peopleCount)
    expect(failed.every(({ error }) => error?.isAmbiguous)).toBe(true)

    const child = startChild({ source: servers.source, recipients, resume: firstReport })
    const report: AssignSeatsReport = JSON.parse(await text(child.stdout))
    await readRoster()
    expect(report.complete).toBe(true)
    expect(report.results.every(({ outcome }) => outcome === 'assigned')).toBe(true)
  },
)
