import type { SeatsClient } from '@seats/core'
import type { InjectionKey, MaybeRef } from 'vue'

/** The same in every copy of the package. */
export const seatsClientKey: InjectionKey<MaybeRef<SeatsClient>> = Symbol.for('@seats/vue/client')
