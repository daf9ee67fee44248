import type { SeatsClient } from '@seats/core'
import type { InjectionKey, MaybeRef } from 'vue'

/** A global symbol, so that two copies of this package share it. */
export const seatsClientKey: InjectionKey<MaybeRef<SeatsClient>> = Symbol.for('@seats/vue/client')
