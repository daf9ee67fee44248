import type { PanelMessages } from '@seats/core/messages'
import { computed, type ComputedRef } from 'vue'
import { useWords } from './useWords.ts'

/** Returns the texts of the nearest provider that are needed before a dialog is opened. Without a provider: English. */
export function useMessages(): ComputedRef<PanelMessages> {
  const words = useWords()
  return computed(() => words.value.panel)
}
