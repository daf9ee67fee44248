import type { SeatSource } from '@seats/core'
import { keepBulkJob } from '@seats/core/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSeatsClient } from '../../exports/index.ts'

/**
 * Keeps the results of a source's bulk job when the page is reloaded. While the job runs, the browser asks the user
 * before they leave the page.
 */
export function useKeepBulkJob(source: SeatSource | null | undefined): void {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const sourceJson = JSON.stringify(source ?? null)
  useEffect(() => keepBulkJob(client, JSON.parse(sourceJson), queryClient), [client, sourceJson, queryClient])
}
