import type { CustomerSeat } from '@seats/core'
import { createExpiryClock } from '@seats/core/ui'
import { useState } from 'react'
import { useSeatsClient } from '../../exports/index.ts'
import { useNow } from './useNow.ts'

/**
 * Returns the time in milliseconds that decides which invitations have expired. This time changes only if the roster
 * changes or an invitation expires. It follows the server's clock, because a visitor's clock can be wrong.
 */
export function useExpiryTime(seats: readonly CustomerSeat[]): number {
  const [readClock] = useState(createExpiryClock)
  const now = useNow()
  const client = useSeatsClient()
  return readClock(seats, now === undefined ? 0 : Math.min(now, client.earliestNow()))
}
