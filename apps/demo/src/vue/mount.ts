import { seatsPlugin, type SeatsClient } from '@seats/vue'
import { ClaimPage, MembersButton, TeamPanel } from '@seats/vue/ui'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, type App } from 'vue'
import { createClient, createMemberClient } from '../shared/createClient.ts'
import { messages } from '../shared/language.ts'
import { queryDefaults } from '../shared/queryDefaults.ts'
import type { Session } from '../shared/session.ts'
import MySeats from './MySeats.vue'

/**
 * Mounts a part of a page as a Vue app of its own. The ids of its elements begin with `name`, so that no two apps share
 * an id.
 */
function mount(element: Element, name: string, client: SeatsClient, app: App): void {
  app.config.idPrefix = `vue-${name}`
  app
    .use(VueQueryPlugin, { queryClient: new QueryClient(queryDefaults) })
    .use(seatsPlugin, { client })
    .mount(element)
}

export function mountTeam(element: Element, session: Session): void {
  const { source, person } = session
  const isMember = person.role === 'member'
  const app = isMember ? createApp(MySeats, { session }) : createApp(TeamPanel, { source, messages })
  mount(element, 'team', createClient(person.id), app)
}

export const mountMembers = (element: Element, session: Session): void =>
  mount(element, 'members', createMemberClient(session), createApp(MembersButton, { messages }))

export const mountClaim = (element: Element, token: string | null): void =>
  mount(element, 'claim', createClient('claim'), createApp(ClaimPage, { token, href: '/vue', messages }))
