import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { clock } from '../shared/clock.ts'
import { lab } from '../shared/lab.ts'

/** What the lab shows, read every second; and what turns something, then reads again. */
export function useLab() {
  const queryClient = useQueryClient()
  const { data } = useQuery({ queryKey: ['lab'], queryFn: lab.read, refetchInterval: 1000 })
  watch(data, (next) => next && clock.set(next.now))

  async function turn(change: Promise<unknown>): Promise<void> {
    await change
    await queryClient.invalidateQueries({ queryKey: ['lab'] })
  }
  return { data, turn }
}
