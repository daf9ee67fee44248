import { vi } from 'vitest'

/** Waits for a condition, long enough for a busy machine. */
export const waitUntil = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 15_000, interval: 20 })
