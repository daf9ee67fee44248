import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { clock } from '../shared/clock.ts'
import { labControls } from '../shared/lab.ts'

/** Reads the data of the lab, the demo's control panel, every second. `apply` waits for a change, then reads at once. */
export function useLab() {
  const queryClient = useQueryClient()
  const { data } = useQuery({ queryKey: ['lab'], queryFn: labControls.read, refetchInterval: 1000 })
  watch(data, (next) => next && clock.set(next.now))

  async function apply(change: Promise<unknown>): Promise<void> {
    await change
    await queryClient.invalidateQueries({ queryKey: ['lab'] })
  }
  return { data, apply }
}
