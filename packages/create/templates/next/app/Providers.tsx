// app/Providers.tsx
'use client'

import { createSeatsClient, SeatsProvider } from '@seats/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

const client = createSeatsClient({ baseURL: '/api/seats' })

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <SeatsProvider client={client}>{children}</SeatsProvider>
    </QueryClientProvider>
  )
}
