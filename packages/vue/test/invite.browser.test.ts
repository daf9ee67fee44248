import { inviteStories } from '@seats/conformance/stories/invite'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, h, shallowRef } from 'vue'
import { seatsPlugin, type SeatSource } from '../src/exports/index.ts'
import InviteFieldsPage from './InviteFieldsPage.vue'

inviteStories(({ client, ...page }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const source = shallowRef(page.source)
  const app = createApp(() => h(InviteFieldsPage, { ...page, source: source.value }))
  app.use(VueQueryPlugin, { queryClient: new QueryClient() }).use(seatsPlugin, { client })
  app.mount(element)
  const unmount = () => {
    app.unmount()
    element.remove()
  }
  return { element, unmount, setSource: (shown: SeatSource) => (source.value = shown) }
})
