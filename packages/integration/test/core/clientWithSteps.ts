import type { SeatsClient } from '@seats/core'
import type { World } from './world.ts'

type Step = () => unknown

/**
 * Creates a client of the organization that runs a step just before a request. `steps` has the steps for each method:
 * one for its first request, one for its second, and so on.
 */
export function clientWithSteps(
  world: World,
  steps: Partial<Record<'GET' | 'POST' | 'DELETE', (Step | undefined)[]>>,
): SeatsClient {
  return world.organization({
    fetch: async (request) => {
      world.sent.push(`${request.method} ${new URL(request.url).pathname}`)
      await steps[request.method as 'GET']?.shift()?.()
      return globalThis.fetch(request)
    },
  })
}

/** Breaks the connection before the request is sent. */
export const throwNetworkError = (): never => {
  throw new TypeError('fetch failed')
}
