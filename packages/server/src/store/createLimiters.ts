// What compiles this file from another package has to see the declarations too, and they are no module to import.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./rate-limiter-flexible.d.ts" />
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import type { Budget, SeatsStore } from './SeatsStore.ts'

/** `spend` on the limiters of rate-limiter-flexible, one for each budget. */
export function createLimiters(create: (budget: Budget) => RateLimiterAbstract): SeatsStore['spend'] {
  const limiters = new Map<string, RateLimiterAbstract>()
  return async (key, budget) => {
    const name = `${budget.points}/${budget.seconds}`
    const limiter = limiters.get(name) ?? create(budget)
    limiters.set(name, limiter)
    try {
      await limiter.consume(key)
      return 0
    } catch (refusal) {
      if (isRefusal(refusal)) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }
}

const isRefusal = (value: unknown): value is { msBeforeNext: number } =>
  !(value instanceof Error) && typeof value === 'object' && value !== null && 'msBeforeNext' in value
