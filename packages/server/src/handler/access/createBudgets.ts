import { tooMany } from '../../http/refusals.ts'
import { misconfigured } from '../../internal/misconfigured.ts'
import type { RateBudget, SeatsStore } from '../../store/SeatsStore.ts'
import { ipAddressKey } from './ipAddressKey.ts'
import { ownerKey } from './ownerKey.ts'
import type { RatePerMinute } from './RatePerMinute.ts'
import type { SeatsGrant } from './SeatsGrant.ts'

/** Spends one call. Throws a Refusal with status 429 if the budget is spent. */
export type Spend = () => Promise<void>

export interface Budgets {
  /** The value of the header `RateLimit-Policy` for calls under a grant. Undefined if these calls have no limit. */
  policy: string | undefined
  /** Returns the function that spends the budget of a signed-in user. */
  forGrant(grant: SeatsGrant): Spend
  /** Returns the function that spends the budget for claims of an IP address. Unknown addresses share one budget. */
  forIpAddress(ipAddress: string | undefined): Spend
  /** Spends one of the claim streams that this server may open at Polar. */
  claimStreams: Spend
}

/**
 * The budget of claim streams for all visitors. Polar allows this server ten streams in a minute. After more, it allows
 * none for five minutes. It is not known when Polar's minutes begin. But one of its minutes overlaps at most two
 * windows of 75 seconds, which together allow eight streams.
 */
const claimStreamBudget: RateBudget = { points: 4, seconds: 75 }

/**
 * Visitors with unknown IP addresses share one budget, which is this many times as large as the budget of one address.
 */
const sharedBudgetFactor = 10

/**
 * Creates the rate budgets of a handler.
 *
 * @throws SeatsError `ConfigurationError` if `ratePerMinute` is not an object, or if a rate is not a whole number of at
 * least 1, or Infinity.
 */
export function createBudgets(store: SeatsStore, ratePerMinute: RatePerMinute = {}): Budgets {
  if (typeof ratePerMinute !== 'object' || ratePerMinute === null) {
    throw misconfigured('ratePerMinute is not an object. Give `{ actor: 80, address: 30 }`, for example.')
  }
  const { actor = 80, address = 30 } = ratePerMinute
  checkRate('actor', actor)
  checkRate('address', address)
  const createSpend =
    (key: string, budget: RateBudget): Spend =>
    async () => {
      if (!Number.isFinite(budget.points)) return
      const waitSeconds = await store.spend(key, budget)
      if (waitSeconds > 0) throw tooMany(waitSeconds)
    }
  const perMinute = (key: string, points: number) => createSpend(key, { points, seconds: 60 })
  return {
    policy: Number.isFinite(actor) ? `"default";q=${actor};w=60` : undefined,
    forGrant: (grant) => perMinute(ownerKey(grant), actor),
    forIpAddress: (ipAddress) =>
      ipAddress
        ? perMinute(`address:${ipAddressKey(ipAddress)}`, address)
        : perMinute('claims', address * sharedBudgetFactor),
    claimStreams: createSpend('claim-streams', claimStreamBudget),
  }
}

function checkRate(name: keyof RatePerMinute, rate: number): void {
  if (rate === Infinity || (Number.isInteger(rate) && rate > 0)) return
  throw misconfigured(
    `ratePerMinute.${name} is ${rate}. Give a whole number of calls, 1 or more, or Infinity for no limit.`,
  )
}
