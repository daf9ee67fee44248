import { startRedis } from '@seats/integration/startRedis'
import { percentile } from '../measure.ts'
import { startProcess } from './startProcess.ts'
import { watch } from './watchers.ts'

const subscriptionId = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
/** Nothing listens here: this bench makes no calls to Polar. */
const unusedPolarUrl = 'http://127.0.0.1:9'

export interface EventsRow {
  set: string
  streams: string
  'reached, of all': string
  '50th percentile, ms': string
  '99th percentile, ms': string
  'memory a stream, kB': string
}

/** Measures how soon a webhook reaches every browser, in one process and from one process to another. */
export async function measureEvents(): Promise<EventsRow[]> {
  return [await oneProcess(2_000, 20), await twoProcesses(200, 100)]
}

async function oneProcess(streams: number, rounds: number): Promise<EventsRow> {
  const app = await startProcess<{ url: string }>('appProcess.ts', unusedPolarUrl, subscriptionId)
  // Streams are opened once before, so that code that is loaded once does not count as memory of a stream.
  const first = await watch(app.ready.url, subscriptionId, 100)
  await first.publish(app.ready.url)
  first.close()
  const before = await app.ask<{ rss: number }>('memory')
  const watchers = await watch(app.ready.url, subscriptionId, streams)
  const after = await app.ask<{ rss: number }>('memory')
  const delaysMs: number[] = []
  for (let round = 0; round < rounds; round++) delaysMs.push(...(await watchers.publish(app.ready.url)))
  watchers.close()
  await app.stop()
  return row('one process', streams, rounds, delaysMs, ((after.rss - before.rss) / streams / 1024).toFixed(1))
}

async function twoProcesses(streams: number, rounds: number): Promise<EventsRow> {
  const redis = await startRedis()
  const start = () => startProcess<{ url: string }>('appProcess.ts', unusedPolarUrl, subscriptionId, redis.path)
  const [one, two] = await Promise.all([start(), start()])
  const watchers = await watch(two.ready.url, subscriptionId, streams)
  const delaysMs: number[] = []
  for (let round = 0; round < rounds; round++) delaysMs.push(...(await watchers.publish(one.ready.url)))
  watchers.close()
  await Promise.all([one.stop(), two.stop()])
  await redis.stop()
  return row('two processes, one Redis', streams, rounds, delaysMs, '')
}

const row = (set: string, streams: number, rounds: number, delaysMs: number[], memory: string): EventsRow => ({
  set,
  streams: String(streams),
  'reached, of all': `${((100 * delaysMs.length) / (streams * rounds)).toFixed(0)} %`,
  '50th percentile, ms': percentile(delaysMs, 0.5).toFixed(1),
  '99th percentile, ms': percentile(delaysMs, 0.99).toFixed(1),
  'memory a stream, kB': memory,
})
