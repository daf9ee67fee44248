import type { SeatsClient } from '@seats/core'
import type { World } from './world.ts'

type Step = () => unknown

/**
 * A client of the organization during whose requests things happen: `steps` maps a method to what happens just before
 * its first request, its second … is sent.
 */
export function between(
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

/** The connection breaks, and the request has never left. */
export const lose = (): never => {
  throw new TypeError('fetch failed')
}
