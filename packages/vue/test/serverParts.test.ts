import { serverPartStories } from '@seats/conformance/stories/serverParts'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createSSRApp, h, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { seatsPlugin } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

const components = new Map<string, unknown>(Object.entries(ui))

serverPartStories(async ({ client, part, props, read, words }) => {
  const queryClient = new QueryClient()
  for (const [key, data] of read) queryClient.setQueryData(key, data)
  const component = () => h(components.get(part) as Component, props)
  const app = createSSRApp({ render: () => (words ? h(ui.SeatsUiProvider, words, component) : component()) })
  app.use(VueQueryPlugin, { queryClient }).use(seatsPlugin, { client })
  return renderToString(app)
})
