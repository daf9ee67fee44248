import { tableStories } from '@seats/conformance/stories/table'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { seatsPlugin } from '../src/exports/index.ts'
import TableSlotsPage from './TableSlotsPage.vue'

tableStories(({ client, ...page }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const app = createApp(TableSlotsPage, { ...page })
  app.use(VueQueryPlugin, { queryClient: new QueryClient() }).use(seatsPlugin, { client })
  app.mount(element)
  const unmount = () => {
    app.unmount()
    element.remove()
  }
  return { element, unmount }
})
