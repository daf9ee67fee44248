import { startCli } from './startCli.ts'

export interface MemoryRow {
  requests: number
  'memory, MB': string
}

const maxGrowthMB = 16
/** The first half warms up: V8's heap takes that long to settle. */
const totalRequests = 200_000
const concurrentRequests = 40

/** Measures memory during requests that store nothing. Throws if it grows during the last 100,000. */
export async function measureMemory(cli: string): Promise<MemoryRow[]> {
  const { url, refs, memoryMB, stop } = await startCli(cli)
  const headers = { authorization: 'Bearer polar_oat_acme' }
  const paths = [
    `/v1/customer-seats?subscription_id=${refs['acme/sub']}`,
    `/v1/customer-seats?order_id=${refs['acme/ord']}`,
    '/v1/customer-seats/claim/unknown',
    '/v1/customer-seats/nope',
  ]
  const ask = async (path: string) => (await fetch(url + path, { headers })).arrayBuffer()
  const rows: MemoryRow[] = []
  const seen: number[] = []
  for (let tenth = 0; tenth <= 10; tenth++) {
    seen.push(memoryMB())
    rows.push({ requests: (tenth * totalRequests) / 10, 'memory, MB': (seen.at(-1) ?? 0).toFixed(1) })
    if (tenth === 10) break
    for (let asked = 0; asked < totalRequests / 10; asked += concurrentRequests) {
      await Promise.all(
        Array.from({ length: concurrentRequests }, (_, index) => ask(paths[index % paths.length] ?? '')),
      )
    }
  }
  await stop()
  const grown = Math.max(...seen.slice(6)) - Math.max(...seen.slice(0, 6))
  if (grown > maxGrowthMB) throw new Error(`Memory grew by ${grown.toFixed(1)} MB over ${totalRequests / 2} requests`)
  return rows
}
