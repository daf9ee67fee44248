import { startCli } from './startCli.ts'

export interface MemoryRow {
  requests: number
  'memory, MB': string
}

const allowed = 16
/** As many again to warm up: V8's heap goes on settling for that long. */
const total = 200_000
const atOnce = 40

/** Memory while requests are answered that store nothing. @throws Error when it grows with the last 100,000. */
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
  const grown = Math.max(...seen.slice(6)) - Math.max(...seen.slice(0, 6))
  if (grown > allowed) throw new Error(`Memory grew by ${grown.toFixed(1)} MB over ${total / 2} requests`)
  return rows
}
