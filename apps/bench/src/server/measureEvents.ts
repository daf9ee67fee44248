import { startRedis } from '@seats/integration/startRedis'
import { counted, type Figure } from '../figures/Figure.ts'
import { percentile } from '../figures/percentile.ts'
import { startProcess } from '../startProcess.ts'
import { watch } from './watchers.ts'

const subscriptionId = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
/** Nothing listens at this address, because this bench makes no calls to Polar. */
const unusedPolarUrl = 'http://127.0.0.1:9'

const appFile = new URL('appProcess.ts', import.meta.url)

/** Measures how soon a webhook reaches every browser, in one process and from one process to another. */
export async function measureEvents(): Promise<Figure[]> {
  return [...(await measureOneProcess(2_000, 20)), ...(await measureTwoProcesses(200, 100))]
}

async function measureOneProcess(streams: number, rounds: number): Promise<Figure[]> {
  const app = await startProcess<{ url: string }>(appFile, unusedPolarUrl, subscriptionId)
  // The first streams load code, whose memory must not count as memory of a stream. So some streams are opened before.
  const warmUp = await watch(app.ready.url, subscriptionId, 100)
  await warmUp.publish(app.ready.url)
  warmUp.close()
  const memoryBefore = await app.ask<{ rss: number }>('memory')
  const watchers = await watch(app.ready.url, subscriptionId, streams)
  const memoryAfter = await app.ask<{ rss: number }>('memory')
  const delaysMs: number[] = []
  for (let round = 0; round < rounds; round++) delaysMs.push(...(await watchers.publish(app.ready.url)))
  watchers.close()
  await app.stop()
  const conditions = `${streams} streams, one process`
  return [
    ...delayFigures(conditions, streams * rounds, delaysMs),
    counted('memory of a stream', (memoryAfter.rss - memoryBefore.rss) / streams / 1024, 'kB', { conditions }),
  ]
}

async function measureTwoProcesses(streams: number, rounds: number): Promise<Figure[]> {
  const redis = await startRedis()
  const startApp = () => startProcess<{ url: string }>(appFile, unusedPolarUrl, subscriptionId, redis.path)
  const [sender, receiver] = await Promise.all([startApp(), startApp()])
  const watchers = await watch(receiver.ready.url, subscriptionId, streams)
  const delaysMs: number[] = []
  for (let round = 0; round < rounds; round++) delaysMs.push(...(await watchers.publish(sender.ready.url)))
  watchers.close()
  await Promise.all([sender.stop(), receiver.stop()])
  await redis.stop()
  return delayFigures(`${streams} streams, from one process to another over Redis`, streams * rounds, delaysMs)
}

const delayFigures = (conditions: string, expected: number, delaysMs: number[]): Figure[] => [
  counted('browsers that a webhook reaches', (100 * delaysMs.length) / expected, '%', {
    conditions,
    bound: { atLeast: 100 },
  }),
  counted('from a webhook to a browser, 50th percentile', percentile(delaysMs, 0.5), 'ms', { conditions }),
  counted('from a webhook to a browser, 99th percentile', percentile(delaysMs, 0.99), 'ms', { conditions }),
]
