import type { SeatSource } from '@seats/core'
import { keepBulkJob } from '@seats/core/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSeatsClient } from '../../exports/index.ts'

/** Keeps the bulk job of a source through a reload of the page, and while it runs, asks before the page is left. */
export function useKeptJob(source: SeatSource | null | undefined): void {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const sourceText = JSON.stringify(source ?? null)
  useEffect(() => keepBulkJob(client, JSON.parse(sourceText), queryClient), [client, sourceText, queryClient])
}
