import { listParts, withFocused, type ListPart, type NotedRow } from '@seats/core/ui'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual'
import { computed, watch, type ComputedRef, type Ref } from 'vue'

/** Returns the visible rows of a list of more than a hundred people. `box` is the element that scrolls. */
export function useLongList(
  rows: ComputedRef<readonly NotedRow[]>,
  box: Readonly<Ref<HTMLElement | null>>,
): ComputedRef<ListPart[]> {
  const list = useVirtualizer<HTMLElement, HTMLTableRowElement>(
    computed(() => ({
      count: rows.value.length,
      getScrollElement: () => box.value,
      estimateSize: () => 57,
      getItemKey: (index: number) => rows.value[index]?.id ?? index,
      rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), rows.value, box.value),
      overscan: 6,
      // Rows are measured in the next frame, because the browser reports an error if sizes change
      // while it observes them.
      useAnimationFrameWithResizeObserver: true,
    })),
  )
  const parts = computed(() => listParts(rows.value, list.value.getVirtualItems(), list.value.getTotalSize()))
  const measure = () => {
    for (const row of box.value?.querySelectorAll<HTMLTableRowElement>('tr[data-index]') ?? []) {
      list.value.measureElement(row)
    }
  }
  watch(parts, measure, { flush: 'post', immediate: true })
  return parts
}
