import { inviteStories } from '@seats/conformance/stories/invite'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { seatsPlugin } from '../src/exports/index.ts'
import InviteFieldsPage from './InviteFieldsPage.vue'

inviteStories(({ client, ...page }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const app = createApp(InviteFieldsPage, { ...page })
  app.use(VueQueryPlugin, { queryClient: new QueryClient() }).use(seatsPlugin, { client })
  app.mount(element)
  const unmount = () => {
    app.unmount()
    element.remove()
  }
  return { element, unmount }
})
