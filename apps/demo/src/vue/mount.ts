import { seatsPlugin } from '@seats/vue'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, type App } from 'vue'
import { createClient } from '../shared/createClient.ts'
import { queryDefaults } from '../shared/queryDefaults.ts'
import type { Session } from '../shared/session.ts'
import ClaimPage from './ClaimPage.vue'
import TeamPanel from './TeamPanel.vue'

function mount(element: Element, scope: string, app: App): void {
  app
    .use(VueQueryPlugin, { queryClient: new QueryClient(queryDefaults) })
    .use(seatsPlugin, { client: createClient(scope) })
    .mount(element)
}

export const mountTeam = (element: Element, session: Session): void =>
  mount(element, session.person.id, createApp(TeamPanel, { session }))

export const mountClaim = (element: Element, token: string | null): void =>
  mount(element, 'claim', createApp(ClaimPage, { token }))
