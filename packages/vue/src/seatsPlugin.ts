import type { SeatsClient } from '@seats/core'
import type { MaybeRef, Plugin } from 'vue'
import { seatsClientKey } from './internal/seatsClientKey.ts'

export interface SeatsPluginOptions {
  /** The client, or a ref to it. When another user signs in, set the ref to another client with another `scope`. */
  client: MaybeRef<SeatsClient>
}

/**
 * Provides the client to the app's composables. Install `VueQueryPlugin` too.
 *
 * @example
 * ```ts
 * import { createSeatsClient, seatsPlugin } from '@seats/vue'
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
