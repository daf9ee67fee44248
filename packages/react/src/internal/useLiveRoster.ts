import type { SeatSource } from '@seats/core'
import { followRoster } from '@seats/core/query'
import { useEffect } from 'react'
import { useRequiredClients } from './useRequiredClients.ts'

/**
 * If `isLive` is true, keeps the roster live with `followRoster` while the component is mounted. Two source objects
 * with the same id count as the same source.
 */
export function useLiveRoster(source: SeatSource | null | undefined, isLive = false): void {
  const { client, queryClient } = useRequiredClients()
  const subscription_id = source?.subscription_id
  const order_id = source?.order_id
  useEffect(() => {
    if (isLive && subscription_id !== undefined) return followRoster(client, { subscription_id }, queryClient)
    if (isLive && order_id !== undefined) return followRoster(client, { order_id }, queryClient)
  }, [client, queryClient, isLive, subscription_id, order_id])
}
