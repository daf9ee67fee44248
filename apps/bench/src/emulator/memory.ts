import { startCli } from './startCli.ts'

export interface MemoryRow {
  requests: number
  'memory, MB': string
}

const allowed = 16
const total = 100_000
const atOnce = 40

/** Memory while 100,000 requests are answered that store nothing. @throws Error when it grows with them. */
export async function memory(cli: string): Promise<MemoryRow[]> {
  const { url, refs, memory: resident, stop } = await startCli(cli)
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
    seen.push(resident())
    rows.push({ requests: (tenth * total) / 10, 'memory, MB': (seen.at(-1) ?? 0).toFixed(1) })
    if (tenth === 10) break
    for (let asked = 0; asked < total / 10; asked += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, (_, index) => ask(paths[index % paths.length] ?? '')))
    }
  }
  await stop()
  // What the first tenth brings is the process warming up.
  const grown = Math.max(...seen.slice(2)) - (seen[1] ?? 0)
  if (grown > allowed) throw new Error(`Memory grew by ${grown.toFixed(1)} MB over ${total} requests`)
  return rows
}
