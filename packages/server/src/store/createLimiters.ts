// memoryStore.ts and redisStore.ts import modules that have no types. This reference brings their declarations along,
// so that packages that compile these stores from source find them.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./rate-limiter-flexible.d.ts" />
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import type { RateBudget, SeatsStore } from './SeatsStore.ts'

/** Creates a store's `spend` with limiters of rate-limiter-flexible. Each budget has its own limiter. */
export function createLimiters(create: (budget: RateBudget) => RateLimiterAbstract): SeatsStore['spend'] {
  const limiters = new Map<string, RateLimiterAbstract>()
  return async (key, budget) => {
    const name = `${budget.points}/${budget.seconds}`
    const limiter = limiters.get(name) ?? create(budget)
    limiters.set(name, limiter)
    try {
      await limiter.consume(key)
      return 0
    } catch (rejection) {
      if (isBudgetSpent(rejection)) return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000))
      throw rejection
    }
  }
}

/** The limiter rejects with a plain object if the budget is spent, and with an `Error` if it fails. */
const isBudgetSpent = (rejection: unknown): rejection is { msBeforeNext: number } =>
  !(rejection instanceof Error) && typeof rejection === 'object' && rejection !== null && 'msBeforeNext' in rejection
