import type { SeatSource } from '@seats/core'
import { bulkScreen, unreadLines, type BulkJob, type BulkScreen } from '@seats/core/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSeats, useSeatsClient } from '../../exports/index.ts'
import { useAllMessages } from './useAllMessages.ts'

/** Returns everything that is shown about the bulk job of a source. */
export function useBulkScreen(source: SeatSource | null | undefined, job: BulkJob): BulkScreen {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const messages = useAllMessages()
  const { data: roster } = useSeats(source)
  const unread = unreadLines(client, source, queryClient)
  const { status, recipients, progress, report, error } = job
  return useMemo(
    () => bulkScreen({ status, recipients, progress, report, error }, roster, unread, messages),
    [status, recipients, progress, report, error, roster, unread, messages],
  )
}
