import { createSeatsClient } from '@seats/core'
import { answerWith, roster, source } from './answers.ts'

const maxGrowthMB = 2

export interface Memory {
  lists: number
  'heap before, MB': string
  'heap after, MB': string
  'grown, MB': string
}

/** Reads 1,000 rosters of 1,000 seats in a row. Throws if memory grows. */
export async function measureMemory(): Promise<Memory> {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('Run this with --expose-gc')
  const real = globalThis.fetch
  answerWith(roster(1000))
  const client = createSeatsClient({ accessToken: 'polar_oat_bench' })
  const heap = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    gc()
    gc()
    return process.memoryUsage().heapUsed / 1e6
  }
  const list = async (times: number) => {
    for (let n = 0; n < times; n++) await client.listSeats(source)
  }
  await list(100)
  const before = await heap()
  await list(1000)
  const after = await heap()
  globalThis.fetch = real
  const grown = after - before
  if (grown > maxGrowthMB) throw new Error(`1,000 lists grow the heap by ${grown.toFixed(1)} MB`)
  const [first, last, difference] = [before, after, grown].map((megabytes) => megabytes.toFixed(1))
  return { lists: 1000, 'heap before, MB': first ?? '', 'heap after, MB': last ?? '', 'grown, MB': difference ?? '' }
}
