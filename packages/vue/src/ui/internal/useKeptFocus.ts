import { keepPanelFocus } from '@seats/core/ui'
import { useTemplateRef, watch } from 'vue'

/**
 * Keeps the focus inside of the element with the ref `root` if the focused part of this element disappears.
 *
 * @param keep adds the listeners to the element, and returns a function that removes them
 */
export function useKeptFocus(keep: (root: HTMLElement) => () => void = keepPanelFocus): void {
  const root = useTemplateRef<HTMLElement>('root')
  watch(root, (element, _, onCleanup) => element && onCleanup(keep(element)))
}
