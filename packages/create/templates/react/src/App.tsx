// src/App.tsx
import { createSeatsClient, SeatsProvider } from '@seats/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Team } from './Team.tsx'

const queryClient = new QueryClient()
const client = createSeatsClient({ baseURL: '/api/seats' })

export default function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SeatsProvider client={client}>
        <Team subscriptionId="9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11" />
      </SeatsProvider>
    </QueryClientProvider>
  )
}
