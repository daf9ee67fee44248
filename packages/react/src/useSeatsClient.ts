'use client'

import { SeatsError, type SeatsClient } from '@seats/core'
import { useContext } from 'react'
import { SeatsContext } from './internal/SeatsContext.ts'

/**
 * Returns the client of the nearest `SeatsProvider`. Use the client for calls that have no hook.
 *
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` around the component
 *
 * @example
 * ```tsx
 * import { useSeatsClient } from '@seats/react'
 *
 * export function useSeatCount() {
 *   const client = useSeatsClient()
 *   return async (subscription_id: string) => (await client.listSeats({ subscription_id })).total_seats
 * }
 * ```
 */
export function useSeatsClient(): SeatsClient {
  const client = useContext(SeatsContext)
  if (client === undefined) {
    throw new SeatsError({
      code: 'ConfigurationError',
      detail: 'There is no seats client here. Wrap the app in <SeatsProvider client={createSeatsClient(…)}>.',
    })
  }
  return client
}
