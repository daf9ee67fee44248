import { assignSeats, createSeatsClient, type AssignSeatsProgress } from '@seats/core'
import { assignSeatsJob, assignSeatsQueryOptions, type AssignSeatsState } from '@seats/core/query'
import { seatsQueryOptions } from '@seats/react'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { collectGarbage } from '../figures/collectGarbage.ts'
import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { measured, ratio, type Figure } from '../figures/Figure.ts'
import { roster, seat, sourceOf } from './answers.ts'
import { notifyAtOnce } from './notifyAtOnce.ts'

const manyPeople = 10_000
const fewPeople = 1_000
/** The number of results after which a job on a page is canceled. All 10,000 would take too long. */
const resultsPerJob = 100
const rounds = 7
const roundsOnPage = 15

/** Measures the memory of a bulk job for 10,000 people, and the time in which the job reports each result. */
export async function measureBulk(): Promise<Figure[]> {
  return [...(await measureMemoryOfJob()), ...(await measureProgress()), ...(await notifyAtOnce(measureProgressOnPage))]
}

const peopleOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `person${index}@example.com` }))

/**
 * Returns a client that is answered in this process. There is a free seat for everybody, and `onInvite` is called before
 * an assign is answered.
 */
function createFastClient(onInvite: (email: string) => Promise<void> | void = () => {}) {
  const source = sourceOf(1)
  const fetch = async (request: Request) => {
    if (request.method === 'GET')
      return Response.json({ seats: [], available_seats: manyPeople, total_seats: manyPeople })
    const { email } = await request.json()
    await onInvite(email)
    return Response.json({ ...seat(0, source), member: null, member_id: null, email })
  }
  return createSeatsClient({ accessToken: 'polar_oat_bench', ratePerMinute: 1e9, fetch })
}

async function measureMemoryOfJob(): Promise<Figure[]> {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('Run this with --expose-gc')
  const readHeapBytes = async () => {
    // The memory of an `AbortSignal` becomes free only some tasks after its request has ended.
    for (let step = 0; step < 4; step++) {
      gc()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return process.memoryUsage().heapUsed
  }
  const recipients = peopleOf(manyPeople)
  const lastEmail = recipients.at(-1)?.email
  const run = async () => {
    const bytesBefore = await readHeapBytes()
    let bytesAtEnd = 0
    const client = createFastClient(async (email) => {
      if (email === lastEmail) bytesAtEnd = await readHeapBytes()
    })
    let reportedDone = 0
    const onProgress = ({ done }: AssignSeatsProgress) => (reportedDone = done)
    const report = await assignSeats(client, { source: sourceOf(1), recipients }, { onProgress })
    const bytesAfter = await readHeapBytes()
    if (reportedDone !== manyPeople || report.results.length !== manyPeople) throw new Error('Somebody has no seat.')
    return (bytesAtEnd - bytesBefore) / (bytesAfter - bytesBefore)
  }
  // The first run also loads code.
  await run()
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) samples.push(await run())
  return [
    measured('memory of a bulk job before its last answer, compared with its report', samples, '×', {
      conditions: `${manyPeople} people, answered in process`,
      bound: { atMost: 1.5 },
    }),
  ]
}

async function measureProgress(): Promise<Figure[]> {
  let reportedDone = 0
  const assignAll = (count: number) => () =>
    assignSeats(
      createFastClient(),
      { source: sourceOf(1), recipients: peopleOf(count) },
      { onProgress: ({ done }) => (reportedDone += done) },
    )
  const times = await compare({ many: assignAll(manyPeople), few: assignAll(fewPeople) }, rounds, {
    beforeRun: collectGarbage,
  })
  if (reportedDone === 0) throw new Error('No progress was reported.')
  const perPerson = (samples: number[], count: number) => samples.map((ms) => ms / count)
  return [
    ratio(
      'time for each person in a bulk job of 10,000 with progress, compared with a job of 1,000',
      { ours: perPerson(times.many, manyPeople), other: perPerson(times.few, fewPeople) },
      { conditions: 'answered in process', bound: { atMost: 1.5 } },
    ),
  ]
}

/** Measures the time of one result of a job that invites 10,000 people, on a page that shows 10,000 seats. */
async function measureProgressOnPage(): Promise<Figure[]> {
  const source = sourceOf(manyPeople)
  const rosterText = JSON.stringify({ ...roster(manyPeople), available_seats: manyPeople, total_seats: 2 * manyPeople })
  let answered = 0
  const fetch = async (request: Request) =>
    request.method === 'GET'
      ? new Response(rosterText)
      : Response.json({ ...seat(answered++, source), email: (await request.json()).email })
  const runJob = async () => {
    const client = createSeatsClient({ baseURL: '/api/seats', ratePerMinute: 1e9, fetch })
    const cache = new QueryClient()
    const rosterObserver = new QueryObserver(cache, seatsQueryOptions(client, source))
    const jobObserver = new QueryObserver<AssignSeatsState>(cache, assignSeatsQueryOptions(client, source, cache))
    const recipients = Array.from({ length: manyPeople }, (_, index) => ({ email: `new${index}@example.com` }))
    const { start, cancel } = assignSeatsJob(client, source, cache)
    const stopShowing = rosterObserver.subscribe(() => {})
    await rosterObserver.refetch()
    collectGarbage()
    let startedAt = 0
    const stopped = new Promise<number>((resolve) => {
      jobObserver.subscribe(({ data }) => {
        const done = data?.progress?.done ?? 0
        // The time starts at the first result. So the read of the roster, which comes before, does not count.
        if (done >= 1 && startedAt === 0) startedAt = cpuTime()
        if (done === resultsPerJob) {
          cancel()
          resolve((cpuTime() - startedAt) / (resultsPerJob - 1))
        }
      })
    })
    start(recipients)
    const msPerResult = await stopped
    stopShowing()
    jobObserver.destroy()
    cache.clear()
    return msPerResult
  }
  const parseSamplesMs: number[] = []
  const resultSamplesMs: number[] = []
  // The first round only warms up the code.
  for (let round = -1; round < roundsOnPage; round++) {
    collectGarbage()
    const start = cpuTime()
    JSON.parse(rosterText)
    const parseMs = cpuTime() - start
    const resultMs = await runJob()
    if (round < 0) continue
    parseSamplesMs.push(parseMs)
    resultSamplesMs.push(resultMs)
  }
  return [
    ratio(
      'JSON.parse of the roster, compared with one result of a bulk job on a page',
      { ours: parseSamplesMs, other: resultSamplesMs },
      {
        conditions: `the first ${resultsPerJob} of ${manyPeople} people, a page that shows ${manyPeople} seats, CPU time`,
        bound: { atLeast: 4 },
      },
    ),
  ]
}
