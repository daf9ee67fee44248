import type { SeatsClient } from '@seats/core'
import { createElement, type ReactElement, type ReactNode } from 'react'
import { SeatsContext } from './internal/SeatsContext.ts'

export interface SeatsProviderProps {
  /** Made once, outside of render; another one with another `scope` when the user changes. */
  client: SeatsClient
  children?: ReactNode
}

/**
 * Gives the hooks below it their client. The `QueryClientProvider` is your own, anywhere above.
 *
 * @example
 * ```tsx
 * import { createSeatsClient } from '@seats/core'
 * import { SeatsProvider } from '@seats/react'
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
