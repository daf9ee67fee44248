import { SeatsError, type SeatsClient } from '@seats/core'
import { getCurrentInstance, provide, type MaybeRef } from 'vue'
import { seatsClientKey } from './internal/seatsClientKey.ts'

/**
 * Provides another client to the components below this one, in place of the client of `seatsPlugin`. The composables in
 * this component itself still use the client that was provided above it.
 *
 * @param client the client, or a ref to it. Give this client a `scope` of its own, so that the two clients share no
 * cached data
 * @throws SeatsError `ConfigurationError` outside of `setup`
 *
 * @example
 * ```ts
 * import { createSeatsClient, provideSeatsClient } from '@seats/vue'
 *
 * // Call this in the setup of a component around the list of members. The list needs a member's session.
 * export function useMemberSession(sessionToken: string) {
 *   provideSeatsClient(createSeatsClient({ sessionToken, scope: 'members' }))
 * }
 * ```
 */
export function provideSeatsClient(client: MaybeRef<SeatsClient>): void {
  if (getCurrentInstance() === null) {
    throw new SeatsError({ code: 'ConfigurationError', detail: 'Call provideSeatsClient in setup().' })
  }
  provide(seatsClientKey, client)
}
