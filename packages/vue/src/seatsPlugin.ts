import type { SeatsClient } from '@seats/core'
import type { MaybeRef, Plugin } from 'vue'
import { seatsClientKey } from './internal/seatsClientKey.ts'

export interface SeatsPluginOptions {
  /** May be a ref, which gets another client with another `scope` when the user changes. */
  client: MaybeRef<SeatsClient>
}

/**
 * Gives the app's composables their client. `VueQueryPlugin` is installed beside it, as in any app with TanStack Query.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatsPlugin } from '@seats/vue'
 * import { VueQueryPlugin } from '@tanstack/vue-query'
 * import type { App } from 'vue'
 *
 * export function setUp(app: App) {
 *   app.use(VueQueryPlugin)
 *   app.use(seatsPlugin, { client: createSeatsClient({ baseURL: '/api/seats' }) })
 * }
 * ```
 */
export const seatsPlugin: Plugin<[SeatsPluginOptions]> = {
  install(app, { client }) {
    app.provide(seatsClientKey, client)
  },
}
