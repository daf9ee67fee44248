import type { SeatsClient } from '@seats/core'
import { computed, toRaw, unref, type ComputedRef } from 'vue'
import { injectOrThrow } from './internal/injectOrThrow.ts'
import { seatsClientKey } from './internal/seatsClientKey.ts'

/**
 * Returns a ref to the client of the nearest `provideSeatsClient`, or to the client of `seatsPlugin` if there is none.
 * Use the client for calls that have no composable.
 *
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` is not installed, or outside of `setup`
 *
 * @example
 * ```ts
 * import { useSeatsClient } from '@seats/vue'
 *
 * export function useSeatCount() {
 *   const client = useSeatsClient()
 *   return async (subscription_id: string) => (await client.value.listSeats({ subscription_id })).total_seats
 * }
 * ```
 */
export function useSeatsClient(): ComputedRef<SeatsClient> {
  const client = injectOrThrow(
    seatsClientKey,
    'Call app.use(seatsPlugin, { client }) first, and composables in setup().',
  )
  return computed(() => toRaw(unref(client)))
}
