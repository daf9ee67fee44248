import { counted, type Figure } from '../figures/Figure.ts'
import { buildCli } from './buildCli.ts'
import { startCli } from './startCli.ts'

/** The first half only warms up, because V8's heap takes that long to stop growing. */
const totalRequests = 200_000
const concurrentRequests = 40

/** Measures how much memory grows during requests that store nothing. */
export async function measureEmulatorMemory(): Promise<Figure[]> {
  await using cli = await buildCli()
  const { url, refs, memoryMB, stop } = await startCli(cli.path)
  const headers = { authorization: 'Bearer polar_oat_acme' }
  const paths = [
    `/v1/customer-seats?subscription_id=${refs['acme/sub']}`,
    `/v1/customer-seats?order_id=${refs['acme/ord']}`,
    '/v1/customer-seats/claim/unknown',
    '/v1/customer-seats/nope',
  ]
  const send = async (path: string) => (await fetch(url + path, { headers })).arrayBuffer()
  const samplesMB: number[] = []
  for (let tenth = 0; tenth <= 10; tenth++) {
    samplesMB.push(memoryMB())
    if (tenth === 10) break
    for (let sentRequests = 0; sentRequests < totalRequests / 10; sentRequests += concurrentRequests) {
      await Promise.all(
        Array.from({ length: concurrentRequests }, (_, index) => send(paths[index % paths.length] ?? '')),
      )
    }
  }
  await stop()
  const growthMB = Math.max(...samplesMB.slice(6)) - Math.max(...samplesMB.slice(0, 6))
  return [
    counted('growth of memory', growthMB, 'MB', {
      conditions: `${totalRequests / 2} requests after as many before them, ${concurrentRequests} at once`,
      bound: { atMost: 16 },
    }),
  ]
}
