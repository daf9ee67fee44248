import { availableParallelism } from 'node:os'
import { createSeatsClient } from '@seats/core'
import { startRedis } from '@seats/integration/startRedis'
import { counted, ratio, type Figure } from '../figures/Figure.ts'
import { startProcess, type StartedProcess } from '../startProcess.ts'

const appFile = new URL('appProcess.ts', import.meta.url)
const emulatorFile = new URL('emulatorProcess.ts', import.meta.url)

const processCount = 4
const callsPerBurst = 100
const callsAtOnce = 8
const rounds = 13

interface App {
  url: string
}

/** Sends a call to the process with this index. */
type Call = (index: number) => Promise<unknown> | undefined

/** The calls, commands and CPU time that all processes have used so far. */
interface Counts {
  redis: number
  polar: number
  cpuMs: number
}

/**
 * Compares four processes that share a Redis with one process that uses the same Redis: how many calls they answer in a second, and what
 * each call costs in CPU time, in commands of Redis and in calls to Polar.
 */
export async function measureProcesses(): Promise<Figure[]> {
  const redis = await startRedis()
  const polar = await startProcess<{ url: string; refs: Record<string, string> }>(emulatorFile, '0')
  const ids = ['one', 'leavers'].map((ref) => polar.ready.refs[`acme/${ref}`] ?? '')
  const startApp = () => startProcess<App>(appFile, polar.ready.url, ids.join(), redis.path)
  const apps = await Promise.all(Array.from({ length: processCount }, startApp))
  const redisClient = await redis.connect()
  try {
    const [one = '', leavers = ''] = ids
    const clients = apps.map(({ ready }) => clientOf(ready.url))
    const roster = await clients[0]?.listSeats({ subscription_id: leavers })
    const pendingSeat = roster?.seats.find(({ status }) => status === 'pending')
    if (roster === undefined || pendingSeat === undefined) throw new Error('Nobody is invited.')
    const resendOptions = { source: { subscription_id: leavers }, occupant: pendingSeat }
    const gatePath = `/gate?subscription_id=${leavers}&email=person1@example.com`
    const calls: Record<string, Call> = {
      'list of 1 seat': (index: number) => clients[index]?.listSeats({ subscription_id: one }),
      change: (index: number) => clients[index]?.resendInvitation(pendingSeat.id, resendOptions),
      'check of the gate': async (index: number) => (await fetch(`${apps[index]?.ready.url}${gatePath}`)).json(),
    }
    const count = async (): Promise<Counts> => {
      const usages = await Promise.all(apps.map((app) => app.ask<{ cpuMs: number; polarCalls: number }>('cpu')))
      const [, commands = ''] = /total_commands_processed:(\d+)/.exec(await redisClient.info('stats')) ?? []
      return {
        redis: Number(commands),
        polar: usages.reduce((sum, { polarCalls }) => sum + polarCalls, 0),
        cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      }
    }
    const figures: Figure[] = []
    for (const [name, call] of Object.entries(calls)) {
      figures.push(...(await measureCall(name, call, count)))
    }
    const keys = await redisClient.keys('*')
    const sizes = await Promise.all(keys.map((key) => redisClient.memoryUsage(key, { SAMPLES: 0 })))
    const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
    return [
      ...figures,
      await memoryOf(apps),
      counted('memory in Redis for a seat in the index', bytes / roster.total_seats, 'bytes', {
        conditions: `${roster.total_seats} seats, with the keys that do not grow`,
      }),
    ]
  } finally {
    await Promise.all([...apps, polar].map((startedProcess) => startedProcess.stop()))
    await redis.stop()
  }
}

function clientOf(url: string) {
  const fetchFromSameOrigin = (request: Request) => {
    request.headers.set('origin', url)
    return fetch(request)
  }
  // On a busy machine, a burst can take some seconds.
  return createSeatsClient({ baseURL: `${url}/api/seats`, fetch: fetchFromSameOrigin, timeout: 60_000 })
}

/** The milliseconds that each burst took, and the CPU milliseconds that one of its calls took. */
interface Bursts {
  ms: number[]
  cpuMs: number[]
}

async function measureCall(name: string, call: Call, count: () => Promise<Counts>): Promise<Figure[]> {
  const burstsOfOne: Bursts = { ms: [], cpuMs: [] }
  const burstsOfFour: Bursts = { ms: [], cpuMs: [] }
  const totals = { redis: 0, polar: 0 }
  const sendBurst = async (processes: number, { ms, cpuMs }: Bursts) => {
    const countsBefore = await count()
    const startMs = performance.now()
    let nextIndex = 0
    const callInTurn = async () => {
      while (nextIndex < callsPerBurst) await call(nextIndex++ % processes)
    }
    await Promise.all(Array.from({ length: callsAtOnce }, callInTurn))
    ms.push(performance.now() - startMs)
    const countsAfter = await count()
    cpuMs.push((countsAfter.cpuMs - countsBefore.cpuMs) / callsPerBurst)
    totals.polar += countsAfter.polar - countsBefore.polar
    // Reading the count is a command too.
    totals.redis += countsAfter.redis - countsBefore.redis - 1
  }
  // Each process loads its code with its first calls.
  await sendBurst(processCount, { ms: [], cpuMs: [] })
  totals.redis = 0
  totals.polar = 0
  for (let round = 0; round < rounds; round++) {
    const variants = [() => sendBurst(1, burstsOfOne), () => sendBurst(processCount, burstsOfFour)]
    for (const run of variants.toSorted(() => Math.random() - 0.5)) await run()
  }
  const calls = 2 * rounds * callsPerBurst
  const conditions = `${callsAtOnce} calls at once, one Redis, Polar on loopback`
  const cores = `${availableParallelism()} cores for the processes, Redis, Polar and the callers`
  return [
    ratio(
      `${name}: calls in a second, ${processCount} processes compared with one`,
      { ours: burstsOfOne.ms, other: burstsOfFour.ms },
      {
        conditions: `${conditions}, ${cores}`,
      },
    ),
    ratio(
      `${name}: CPU time, ${processCount} processes compared with one`,
      { ours: burstsOfFour.cpuMs, other: burstsOfOne.cpuMs },
      {
        conditions,
        whyBehind: 'Each process compiles its own code, and does less each time that it wakes up.',
      },
    ),
    counted(`${name}: commands of Redis`, totals.redis / calls, 'commands', { conditions }),
    counted(`${name}: calls to Polar`, totals.polar / calls, 'calls', { conditions, bound: { atMost: 1 } }),
  ]
}

async function memoryOf(apps: StartedProcess<App>[]): Promise<Figure> {
  const answers = await Promise.all(apps.map((app) => app.ask<{ rss: number }>('memory')))
  const rss = answers.reduce((sum, answer) => sum + answer.rss, 0) / answers.length
  return counted('memory of a process', rss / 1024 ** 2, 'MB', { conditions: 'after these calls, without streams' })
}
