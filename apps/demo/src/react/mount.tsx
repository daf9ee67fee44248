import { SeatsProvider } from '@seats/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from '../shared/createClient.ts'
import { queryDefaults } from '../shared/queryDefaults.ts'
import type { Session } from '../shared/session.ts'
import { ClaimPage } from './ClaimPage.tsx'
import { TeamPanel } from './TeamPanel.tsx'

function mount(element: Element, scope: string, page: ReactNode): void {
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient(queryDefaults)}>
        <SeatsProvider client={createClient(scope)}>{page}</SeatsProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

export const mountTeam = (element: Element, session: Session): void =>
  mount(element, session.person.id, <TeamPanel session={session} />)

export const mountClaim = (element: Element, token: string | null): void =>
  mount(element, 'claim', <ClaimPage token={token} />)
