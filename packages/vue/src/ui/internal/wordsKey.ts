import type { Words } from '@seats/core/ui'
import type { ComputedRef, InjectionKey } from 'vue'

export const wordsKey: InjectionKey<ComputedRef<Words>> = Symbol('seats words')
