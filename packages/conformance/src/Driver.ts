import type { SeatsClient } from '@seats/core'
import type { SeatsCache } from '@seats/core/query'
import type { DehydratedState } from '@tanstack/query-core'
import type { Hooks } from './Hooks.ts'
import type { View } from './View.ts'

/**
 * A component: calls hooks once, and says what to draw. React calls the whole of it for each drawing, Vue the outer
 * function once.
 */
export type Component<Input> = (use: Hooks, input: () => Input) => () => View

/** The framework's QueryClient, as far as stories use it. */
export interface Cache extends SeatsCache {
  prefetchQuery(options: { queryKey: readonly unknown[] }): Promise<void>
}

export interface App<Input> {
  component: Component<Input>
  input: Input
  /** Null for an app that has forgotten its provider or plugin. */
  client: SeatsClient | null
  /** The driver's own kind; null for an app that has forgotten it. */
  cache?: Cache | null
  /** What came from a server, to be hydrated. */
  rendered?: Rendered
}

export interface Rendered {
  html: string
  /** TanStack's, of the framework's own kind. */
  state: DehydratedState
}

export interface Mounted<Input> {
  readonly element: HTMLElement
  /** What was thrown where nothing catches it. */
  readonly errors: unknown[]
  readonly cache: Cache
  setInput(input: Input): void
  setClient(client: SeatsClient): void
  unmount(): void
}

/** What stories need of a framework. */
export interface Driver {
  createCache(): Cache
  mount<Input>(app: App<Input>): Mounted<Input>
  /** On a server. */
  render<Input>(app: App<Input>): Promise<Rendered>
}
