import { counted, ratio, type Figure } from '../figures/Figure.ts'
import { percentile } from '../figures/percentile.ts'
import { startProcess } from '../startProcess.ts'
import { watch } from './watchers.ts'

const subscriptionId = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
const otherSubscriptionId = '2f6f4a52-5c6e-4c58-8a57-0a8a5f6b9d3e'
/** Nothing listens at this address, because this bench makes no calls to Polar. */
const unusedPolarUrl = 'http://127.0.0.1:9'
const streamCount = 10_000
const concernedCount = 10
const rounds = 7
/** The first event after 10,000 streams were opened can come late on a busy machine. */
const timeoutMs = 30_000

const appFile = new URL('appProcess.ts', import.meta.url)
const watcherFile = new URL('watcherProcess.ts', import.meta.url)

interface WatcherProcess {
  opened: number
}

/**
 * Measures 10,000 event streams in one process: the memory of each, an event for all of them, and an event for ten of
 * them. Another process opens most streams, because a process may have only a limited number of files open.
 */
export async function measureManyStreams(): Promise<Figure[]> {
  const app = await startProcess<{ url: string }>(appFile, unusedPolarUrl, `${subscriptionId},${otherSubscriptionId}`)
  const fewWatchers = await watch(app.ready.url, otherSubscriptionId, concernedCount, timeoutMs)
  await fewWatchers.publish(app.ready.url)
  const memoryBefore = await app.ask<{ rss: number }>('memory')
  const manyWatchers = await startProcess<WatcherProcess>(
    watcherFile,
    app.ready.url,
    subscriptionId,
    String(streamCount - concernedCount),
  )
  const { opened } = manyWatchers.ready
  const memoryAfter = await app.ask<{ rss: number }>('memory')
  const reachedCounts: number[] = []
  const delaysToAllMs: number[] = []
  const delaysToFewMs: number[] = []
  const cpuOfAllMs: number[] = []
  const cpuOfFewMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const cpuAtStart = await app.ask<{ cpuMs: number }>('cpu')
    const delaysMs = await manyWatchers.ask<number[]>('publish')
    const cpuBetween = await app.ask<{ cpuMs: number }>('cpu')
    delaysToFewMs.push(...(await fewWatchers.publish(app.ready.url)))
    const cpuAtEnd = await app.ask<{ cpuMs: number }>('cpu')
    reachedCounts.push(delaysMs.length)
    delaysToAllMs.push(...delaysMs)
    cpuOfAllMs.push(cpuBetween.cpuMs - cpuAtStart.cpuMs)
    cpuOfFewMs.push(cpuAtEnd.cpuMs - cpuBetween.cpuMs)
  }
  fewWatchers.close()
  await manyWatchers.stop()
  await app.stop()
  const conditions = `${opened + concernedCount} streams over loopback, one process`
  const reached = reachedCounts.reduce((sum, count) => sum + count, 0)
  return [
    counted('browsers that a webhook reaches', (100 * reached) / (opened * rounds), '%', {
      conditions,
      bound: { atLeast: 100 },
    }),
    counted('memory of a stream', (memoryAfter.rss - memoryBefore.rss) / opened / 1024, 'kB', { conditions }),
    counted('from a webhook to all browsers, 50th percentile', percentile(delaysToAllMs, 0.5), 'ms', { conditions }),
    counted('from a webhook to all browsers, 99th percentile', percentile(delaysToAllMs, 0.99), 'ms', { conditions }),
    counted(
      `from a webhook to the ${concernedCount} browsers that it concerns, 99th percentile`,
      percentile(delaysToFewMs, 0.99),
      'ms',
      {
        conditions,
      },
    ),
    ratio(
      `CPU time of an event that concerns ${concernedCount} browsers, compared with one to all`,
      { ours: cpuOfFewMs, other: cpuOfAllMs },
      // Both contain a fixed part: reading the webhook, and answering the question for the CPU time.
      { conditions, bound: { atMost: 0.05 } },
    ),
  ]
}
