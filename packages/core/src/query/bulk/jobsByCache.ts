import { cacheRegistry } from '../cache/cacheRegistry.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'

/** Returns the controllers that stop the jobs of a query cache, by `jobName`. */
export const jobsByCache: (cache: object) => Map<string, AbortController> = /* @__PURE__ */ cacheRegistry()

export const jobName = (queryKey: SeatsKey): string => JSON.stringify(queryKey)
