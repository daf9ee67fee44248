import { en, type Messages } from '@seats/core/messages'
import { computed, type ComputedRef } from 'vue'
import { useWords } from './useWords.ts'

/**
 * Returns all texts of the nearest provider, or the English texts if there is no provider. Brings the English texts, so
 * a part of `TeamPanel` that is loaded at first uses `useMessages` instead.
 */
export function useAllMessages(): ComputedRef<Messages> {
  const words = useWords()
  return computed(() => words.value.all(en))
}
