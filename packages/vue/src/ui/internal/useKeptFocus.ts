import { keepPanelFocus } from '@seats/core/ui'
import { useTemplateRef, watch } from 'vue'

/** Keeps the focus inside of the element with the ref `root` if its focused part disappears. `keep` adds the listeners. */
export function useKeptFocus(keep: (root: HTMLElement) => () => void = keepPanelFocus): void {
  const root = useTemplateRef<HTMLElement>('root')
  watch(root, (element, _, onCleanup) => element && onCleanup(keep(element)))
}
