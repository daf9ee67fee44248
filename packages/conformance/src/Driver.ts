import type { SeatsClient } from '@seats/core'
import type { SeatsCache } from '@seats/core/query'
import type { DehydratedState } from '@tanstack/query-core'
import type { Hooks } from './Hooks.ts'
import type { View } from './View.ts'

/**
 * A component as two functions. The outer function calls the hooks, and the inner function returns the view. React
 * calls both functions at each render. Vue calls the outer function once.
 */
export type Component<Input> = (use: Hooks, input: () => Input) => () => View

/** The methods of the framework's QueryClient that stories use. */
export interface StoryCache extends SeatsCache {
  prefetchQuery(options: { queryKey: readonly unknown[] }): Promise<void>
}

export interface App<Input> {
  component: Component<Input>
  input: Input
  /** Null if the app provides no client. */
  client: SeatsClient | null
  /** A cache from `createCache`. Null if the app has no QueryClient. */
  cache?: StoryCache | null
  /** A page that a server has rendered. The driver hydrates this page. */
  rendered?: Rendered
}

export interface Rendered {
  html: string
  /** The QueryClient's state, as `dehydrate` returns it. */
  state: DehydratedState
}

export interface Mounted<Input> {
  readonly element: HTMLElement
  /** The errors that no component caught. */
  readonly errors: unknown[]
  readonly cache: StoryCache
  setInput(input: Input): void
  setClient(client: SeatsClient): void
  unmount(): void
}

/** Mounts and renders apps in one framework. */
export interface Driver {
  createCache(): StoryCache
  mount<Input>(app: App<Input>): Mounted<Input>
  /** Renders an app as a server does. */
  render<Input>(app: App<Input>): Promise<Rendered>
}
