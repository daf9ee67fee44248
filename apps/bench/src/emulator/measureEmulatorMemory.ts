import { counted, type Figure } from '../figures/Figure.ts'
import { buildCli } from './buildCli.ts'
import { answerWithMemory, startCli } from './startCli.ts'

/** The number of requests before the first measurement, and again before the second. V8 needs the first to settle. */
const countedRequests = 50_000
const concurrentRequests = 40

/** Measures how much memory grows during requests that store nothing. */
export async function measureEmulatorMemory(): Promise<Figure[]> {
  await using cli = await buildCli()
  const { url, refs, usedMemoryMB, stop } = await startCli(cli.path, [], answerWithMemory)
  const headers = { authorization: 'Bearer polar_oat_acme' }
  const paths = [
    `/v1/customer-seats?subscription_id=${refs['acme/sub']}`,
    `/v1/customer-seats?order_id=${refs['acme/ord']}`,
    '/v1/customer-seats/claim/unknown',
    '/v1/customer-seats/nope',
  ]
  const send = async (path: string) => (await fetch(url + path, { headers })).arrayBuffer()
  const memoryAfterRequestsMB = async () => {
    for (let sentRequests = 0; sentRequests < countedRequests; sentRequests += concurrentRequests) {
      await Promise.all(
        Array.from({ length: concurrentRequests }, (_, index) => send(paths[index % paths.length] ?? '')),
      )
    }
    return usedMemoryMB()
  }
  const firstMB = await memoryAfterRequestsMB()
  const growthMB = (await memoryAfterRequestsMB()) - firstMB
  await stop()
  return [
    counted('growth of memory', growthMB, 'MB', {
      conditions: `without garbage, ${countedRequests} requests after as many before them, ${concurrentRequests} at once`,
      bound: { atMost: 4 },
    }),
  ]
}
