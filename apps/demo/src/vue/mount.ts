import type { SeatsClient } from '@seats/core'
import { seatsPlugin } from '@seats/vue'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, type App } from 'vue'
import { createClient, createMemberClient } from '../shared/createClient.ts'
import { queryDefaults } from '../shared/queryDefaults.ts'
import type { Session } from '../shared/session.ts'
import ClaimPage from './ClaimPage.vue'
import Members from './Members.vue'
import MySeats from './MySeats.vue'
import TeamPanel from './TeamPanel.vue'

/** Mounts one of the apps of a page. Their ids begin with `name`, so that no two are the same. */
function mount(element: Element, name: string, client: SeatsClient, app: App): void {
  app.config.idPrefix = `vue-${name}`
  app
    .use(VueQueryPlugin, { queryClient: new QueryClient(queryDefaults) })
    .use(seatsPlugin, { client })
    .mount(element)
}

export function mountTeam(element: Element, session: Session): void {
  const { id, role } = session.person
  mount(element, 'team', createClient(id), createApp(role === 'member' ? MySeats : TeamPanel, { session }))
}

export const mountMembers = (element: Element, session: Session): void =>
  mount(element, 'members', createMemberClient(session), createApp(Members, { session }))

export const mountClaim = (element: Element, token: string | null): void =>
  mount(element, 'claim', createClient('claim'), createApp(ClaimPage, { token }))
