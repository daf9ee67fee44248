import { notifyManager } from '@tanstack/react-query'

/**
 * Runs a measurement in which TanStack tells its observers of each change at once. By default, it waits for a timer, so
 * that a page renders several changes together. That wait is not work, so it must not be measured.
 */
export async function notifyAtOnce<Result>(measure: () => Promise<Result>): Promise<Result> {
  notifyManager.setScheduler((notify) => notify())
  try {
    return await measure()
  } finally {
    // This is TanStack's default.
    notifyManager.setScheduler((notify) => setTimeout(notify, 0))
  }
}
