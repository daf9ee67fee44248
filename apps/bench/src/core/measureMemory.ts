import { createSeatsClient } from '@seats/core'
import { counted, type Figure } from '../figures/Figure.ts'
import { sourceOf, withoutNetwork } from './answers.ts'

/** Reads 1,000 rosters of 1,000 seats in a row, and measures how much the heap has grown. */
export const measureMemory = (): Promise<Figure[]> =>
  withoutNetwork(async () => {
    const { gc } = globalThis
    if (gc === undefined) throw new Error('Run this with --expose-gc')
    const client = createSeatsClient({ accessToken: 'polar_oat_bench' })
    const readHeapMB = async () => {
      await new Promise((resolve) => setImmediate(resolve))
      gc()
      gc()
      return process.memoryUsage().heapUsed / 1e6
    }
    const readLists = async (times: number) => {
      for (let run = 0; run < times; run++) await client.listSeats(sourceOf(1000))
    }
    await readLists(100)
    const heapBeforeMB = await readHeapMB()
    await readLists(1000)
    const growthMB = (await readHeapMB()) - heapBeforeMB
    return [
      counted('growth of the heap', growthMB, 'MB', { conditions: '1,000 lists of 1,000 seats', bound: { atMost: 2 } }),
    ]
  })
