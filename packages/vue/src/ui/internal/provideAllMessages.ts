import { en, type Messages } from '@seats/core/messages'
import { computed, type ComputedRef } from 'vue'
import type { CommonProps } from '../PartProps.ts'
import { provideWords } from './provideWords.ts'

/** Provides the words of a component, and returns all its texts. Brings the English texts, like `useAllMessages`. */
export function provideAllMessages(props: CommonProps): ComputedRef<Messages> {
  const words = provideWords(props)
  return computed(() => words.value.all(en))
}
