import { SeatsProvider, type SeatsClient } from '@seats/react'
import { ClaimPage, MembersButton, SeatsUiProvider, TeamPanel } from '@seats/react/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient, createMemberClient } from '../shared/createClient.ts'
import { messages } from '../shared/language.ts'
import { queryDefaults } from '../shared/queryDefaults.ts'
import type { Session } from '../shared/session.ts'
import { MySeats } from './MySeats.tsx'

/**
 * Mounts a part of a page as a React root of its own. The ids of its elements begin with `name`, so that no two roots
 * share an id.
 */
function mount(element: Element, name: string, client: SeatsClient, page: ReactNode): void {
  createRoot(element, { identifierPrefix: `react-${name}` }).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient(queryDefaults)}>
        <SeatsProvider client={client}>
          <SeatsUiProvider messages={messages}>{page}</SeatsUiProvider>
        </SeatsProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

export function mountTeam(element: Element, session: Session): void {
  const { source, person } = session
  const isMember = person.role === 'member'
  const page = isMember ? <MySeats session={session} /> : <TeamPanel source={source} />
  mount(element, 'team', createClient(person.id), page)
}

export const mountMembers = (element: Element, session: Session): void =>
  mount(element, 'members', createMemberClient(session), <MembersButton />)

export const mountClaim = (element: Element, token: string | null): void =>
  mount(element, 'claim', createClient('claim'), <ClaimPage token={token} href="/react" />)
