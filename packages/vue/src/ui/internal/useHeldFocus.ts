import { holdFocus } from '@seats/core/ui'
import { watch, type ShallowRef } from 'vue'

/**
 * Keeps the focus inside of an element when the content of the element changes to another step. Does nothing at the
 * first step.
 */
export function useHeldFocus(element: Readonly<ShallowRef<HTMLElement | null>>, step: () => unknown): void {
  watch(step, () => element.value && holdFocus(element.value), { flush: 'post' })
}
