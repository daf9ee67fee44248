import type { SeatSource } from '@seats/core'
import { bulkScreen, unreadLines, type BulkJob, type BulkScreen } from '@seats/core/ui'
import { useQueryClient } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { useSeats, useSeatsClient } from '../../exports/index.ts'
import { useAllMessages } from './useAllMessages.ts'

/** Returns everything that is shown about the bulk job of a source. */
export function useBulkScreen(
  source: () => SeatSource | null | undefined,
  job: () => BulkJob,
): ComputedRef<BulkScreen> {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const messages = useAllMessages()
  const { data: roster } = useSeats(source)
  return computed(() => {
    const unread = unreadLines(client.value, source(), queryClient)
    return bulkScreen(job(), roster.value, unread, messages.value)
  })
}
