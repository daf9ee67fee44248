import type { SeatsList } from '@seats/core'
import { createExpiryClock } from '@seats/core/ui'
import { computed, type ComputedRef } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'
import { useNow } from './useNow.ts'

/**
 * Returns the time in milliseconds that decides which invitations have expired. This time changes only if the roster
 * changes or an invitation expires. It follows the server's clock, because a visitor's clock can be wrong.
 */
export function useExpiryTime(roster: () => SeatsList | undefined): ComputedRef<number> {
  const readClock = createExpiryClock()
  const now = useNow()
  const client = useSeatsClient()
  const noSeats: SeatsList['seats'] = []
  return computed(() =>
    readClock(
      roster()?.seats ?? noSeats,
      now.value === undefined ? 0 : Math.min(now.value, client.value.earliestNow()),
    ),
  )
}
