import type { SeatSource } from '@seats/core'
import { keepBulkJob } from '@seats/core/ui'
import { useQueryClient } from '@tanstack/vue-query'
import { onMounted, onScopeDispose, watch } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'

/**
 * Keeps the results of a source's bulk job when the page is reloaded. While the job runs, the browser asks the user
 * before they leave the page.
 */
export function useKeepBulkJob(source: () => SeatSource | null | undefined): void {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  let release = () => {}
  onMounted(() =>
    watch(
      () => [client.value, JSON.stringify(source() ?? null)] as const,
      ([currentClient]) => {
        release()
        release = keepBulkJob(currentClient, source(), queryClient)
      },
      { immediate: true },
    ),
  )
  onScopeDispose(() => release())
}
