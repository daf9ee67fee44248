import { firstRowCount, type ListPart, type NotedRow } from '@seats/core/ui'
import { computed, getCurrentScope, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useLoaded, type Loaded } from './useLoaded.ts'

interface ListPartsResult extends Pick<Loaded<unknown>, 'hasFailed' | 'retry'> {
  parts: ComputedRef<ListPart[]>
}

/**
 * Returns the rows to draw: all rows of a short list, or the visible rows of a long list. Loads the code for long lists
 * when it is needed.
 */
export function useListParts(
  rows: ComputedRef<readonly NotedRow[]>,
  isLong: ComputedRef<boolean>,
  box: Readonly<Ref<HTMLElement | null>>,
): ListPartsResult {
  const { part, hasFailed, retry } = useLoaded(
    () => isLong.value,
    async () => (await import('./useLongList.ts')).useLongList,
  )
  const longParts = shallowRef<ComputedRef<ListPart[]>>()
  const scope = getCurrentScope()
  watch(part, (useLongList) => {
    if (useLongList) scope?.run(() => (longParts.value = useLongList(rows, box)))
  })

  const parts = computed(
    () =>
      (isLong.value && longParts.value?.value) ||
      rows.value
        .slice(0, isLong.value ? firstRowCount : undefined)
        .map((noted, index) => ({ key: noted.id, noted, index })),
  )
  return { parts, hasFailed, retry }
}
