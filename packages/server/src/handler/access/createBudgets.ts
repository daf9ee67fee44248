import { SeatsError } from '@seats/core'
import { addressKey } from './addressKey.ts'
import type { Budget, SeatsStore } from '../../store/SeatsStore.ts'
import type { Grant } from './SeatsGrant.ts'
import { tooMany } from '../../http/refusals.ts'
import { sourceKey } from '../../contract/sourceKey.ts'

/** Calls to Polar in a minute. */
export interface RatePerMinute {
  /**
   * For each `actor`. Default 80: below the 100 that the whole organization has in the sandbox (500 in production). Where
   * two minutes meet it can be twice that in one of Polar's, which then says 429 until its minute is over.
   */
  actor?: number | undefined
  /** For claims, for each address. Default 30. */
  address?: number | undefined
}

/** Spends one call. Throws a SeatsError with status 429 if there is none left. */
export type Spend = () => Promise<void>

export interface Budgets {
  /** The value of the `RateLimit-Policy` header for what a grant may spend; undefined without a limit. */
  policy: string | undefined
  forGrant(grant: Grant): Spend
  forAddress(address: string | undefined): Spend
  claimStreams: Spend
}

/**
 * Polar allows ten claim streams a minute, then none for five: it sees this server, not its visitors. Its minutes begin
 * when they like. Ours are longer, by more than a call can be late, so that each of Polar's lies in two of them at most,
 * and two together stay below ten.
 */
const claimStreams: Budget = { points: 4, seconds: 75 }

export function createBudgets(store: SeatsStore, ratePerMinute: RatePerMinute = {}): Budgets {
  if (typeof ratePerMinute !== 'object' || ratePerMinute === null) {
    throw misconfigured('ratePerMinute is not an object. Give `{ actor: 80, address: 30 }`, for example.')
  }
  const { actor = 80, address = 30 } = ratePerMinute
  checkRate('actor', actor)
  checkRate('address', address)
  const spender =
    (key: string, budget: Budget): Spend =>
    async () => {
      if (!Number.isFinite(budget.points)) return
      const wait = await store.spend(key, budget)
      if (wait > 0) throw tooMany(wait)
    }
  const perMinute = (key: string, points: number) => spender(key, { points, seconds: 60 })
  return {
    policy: Number.isFinite(actor) ? `"default";q=${actor};w=60` : undefined,
    forGrant: (grant) => perMinute(ownerOf(grant), actor),
    // Where addresses are not known, one budget for everyone: wider, and still a limit.
    forAddress: (from) =>
      from ? perMinute(`address:${addressKey(from)}`, address) : perMinute('claims', address * 10),
    claimStreams: spender('claim-streams', claimStreams),
  }
}

/** Who shares a budget: the actor, or without one all who have the same sources. */
export const ownerOf = ({ actor, sources }: Grant): string =>
  actor === undefined ? `sources:${sources.map(sourceKey).toSorted().join(',')}` : `actor:${actor}`

function checkRate(name: keyof RatePerMinute, rate: number): void {
  if (rate === Infinity || (Number.isInteger(rate) && rate > 0)) return
  throw misconfigured(
    `ratePerMinute.${name} is ${rate}. Give a whole number of calls, 1 or more, or Infinity for no limit.`,
  )
}

const misconfigured = (detail: string) => new SeatsError({ code: 'ConfigurationError', detail })
