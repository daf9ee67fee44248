'use client'

import type { SeatsClient } from '@seats/core'
import { createElement, type ReactElement, type ReactNode } from 'react'
import { SeatsContext } from './internal/SeatsContext.ts'

export interface SeatsProviderProps {
  /**
   * The client. Create it once, outside of render. When another user signs in, pass another client with another
   * `scope`.
   */
  client: SeatsClient
  children?: ReactNode
}

/**
 * Provides the client to the hooks below it. Put your `QueryClientProvider` around it.
 *
 * @example
 * ```tsx
 * import { createSeatsClient, SeatsProvider } from '@seats/react'
 * import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
 * import type { ReactNode } from 'react'
 *
 * const queryClient = new QueryClient()
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 *
 * export const App = ({ children }: { children: ReactNode }) => (
 *   <QueryClientProvider client={queryClient}>
 *     <SeatsProvider client={client}>{children}</SeatsProvider>
 *   </QueryClientProvider>
 * )
 * ```
 */
export function SeatsProvider({ client, children }: SeatsProviderProps): ReactElement {
  return createElement(SeatsContext.Provider, { value: client }, children)
}
