import { vi } from 'vitest'

/** Waits for a condition, as long as a busy machine may take. */
export const until = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 15_000, interval: 20 })
