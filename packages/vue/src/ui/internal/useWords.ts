import { englishWords, type Words } from '@seats/core/ui'
import { computed, inject, type ComputedRef } from 'vue'
import { wordsKey } from './wordsKey.ts'

/** Returns the words of the nearest provider, or the English words if there is no provider. */
export const useWords = (): ComputedRef<Words> => inject(wordsKey, english, true)

const english = () => computed(() => englishWords)
