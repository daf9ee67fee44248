import '@seats/core/ui.css'
import { createSeatsClient, SeatsProvider } from '@seats/react'
import { TeamPanel } from '@seats/react/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'

const client = createSeatsClient({ baseURL: `${window.location.origin}/api/seats` })
const source = { subscription_id: window.location.hash.slice(1) }
const root = document.body.appendChild(document.createElement('div'))
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <SeatsProvider client={client}>
      <TeamPanel source={source} />
    </SeatsProvider>
  </QueryClientProvider>,
)
