import { rowsStories } from '@seats/conformance/stories/rows'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { seatsPlugin } from '../src/exports/index.ts'
import RowsPage from './RowsPage.vue'

rowsStories(({ client, source, onRender }) => {
  const element = document.body.appendChild(document.createElement('ul'))
  const app = createApp(RowsPage, { source, onDraw: onRender })
    .use(VueQueryPlugin, { queryClient: new QueryClient() })
    .use(seatsPlugin, { client })
  app.mount(element)
  return { element, unmount: () => (app.unmount(), element.remove()) }
})
