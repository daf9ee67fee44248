import type { CallBudget } from '@seats/core'
import { misconfigured } from '../internal/misconfigured.ts'
import type { SeatsStore } from './SeatsStore.ts'
import { sleep } from '../internal/sleep.ts'

/** Options of `sharedBudget`. */
export interface SharedBudgetOptions {
  /**
   * The most calls that bulk work may send per minute, in all processes together. Other calls are counted too, but do
   * not wait. Default 250, half of Polar's limit, so that people can use the page during an import.
   */
  ratePerMinute?: number | undefined
  /** Separates organizations in one store: Polar limits each organization on its own. Default: `default`. */
  key?: string | undefined
}

/** The length of a budget's window. It is short, so that the calls of bulk work are spread evenly over a minute. */
const windowSeconds = 10

/** The time after which bulk work tries a failed store again. */
const retryDelayMs = 1_000

/**
 * Creates a budget for clients in several processes that share a store. With it, the bulk work of all these clients
 * together stays below Polar's limit.
 *
 * @returns A budget for the option `budget` of `createSeatsClient`.
 * @throws SeatsError `ConfigurationError` if `ratePerMinute` is not a number of at least 6.
 * @see https://polar.sh/docs/api-reference/rate-limits
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { memoryStore, sharedBudget } from '@seats/server'
 *
 * const store = memoryStore()
 * export const client = createSeatsClient({ accessToken: () => 'polar_oat_…', budget: sharedBudget(store) })
 * ```
 */
export function sharedBudget(
  store: SeatsStore,
  { ratePerMinute = 250, key = 'default' }: SharedBudgetOptions = {},
): CallBudget {
  if (!(ratePerMinute >= 6)) {
    throw misconfigured(`sharedBudget: \`ratePerMinute\` is ${ratePerMinute}. Give a number of calls, 6 or more.`)
  }
  let reservedCount = 0
  const spendFrom = (name: string, perMinute: number) => {
    const points = Math.max(1, Math.floor((perMinute * windowSeconds) / 60))
    return store.spend(`polar:${key}:${name}`, { points, seconds: windowSeconds })
  }
  /** Spends one call of the shared budget. Resolves with the seconds to wait if none is left. */
  const spendShared = () => spendFrom('all', ratePerMinute)
  const spendAtLowerRate = async (perMinute: number) => (await spendFrom('slow', perMinute)) || spendShared()
  return {
    bulkRate: ratePerMinute,
    countCall() {
      if (reservedCount > 0) reservedCount--
      // A call that a person waits for is sent at once. If the store fails, it is not counted.
      else spendShared().catch(() => {})
    },
    async reserveCall(perMinute = ratePerMinute, signal) {
      for (;;) {
        signal?.throwIfAborted()
        const waitMs = await (perMinute < ratePerMinute ? spendAtLowerRate(perMinute) : spendShared()).then(
          (seconds) => seconds * 1000,
          () => retryDelayMs,
        )
        if (waitMs === 0) break
        await sleep(waitMs, signal)
      }
      reservedCount++
    },
    releaseCall() {
      if (reservedCount > 0) reservedCount--
    },
  }
}
