import { wordsOf, type Words } from '@seats/core/ui'
import { computed, provide, type ComputedRef } from 'vue'
import type { CommonProps } from '../PartProps.ts'
import { useWords } from './useWords.ts'
import { wordsKey } from './wordsKey.ts'

/** Returns the words of a component, and provides them to the components below it. */
export function provideWords(props: CommonProps): ComputedRef<Words> {
  const outer = useWords()
  const words = computed(() => wordsOf(props, outer.value))
  provide(wordsKey, words)
  return words
}
