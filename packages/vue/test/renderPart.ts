import type { ServerPage } from '@seats/conformance/serverPart'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createSSRApp, h, type App, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { seatsPlugin } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** Returns an app with one component. The query cache already has the answers that the component reads. */
export function createPart({ client, part, props, read, words }: ServerPage): App {
  const queryClient = new QueryClient()
  for (const [key, data] of read) queryClient.setQueryData(key, data)
  const component = () => h(components.get(part) as Component, props)
  const app = createSSRApp({ render: () => (words ? h(ui.SeatsUiProvider, words, component) : component()) })
  return app.use(VueQueryPlugin, { queryClient }).use(seatsPlugin, { client })
}

export const renderPart = (page: ServerPage): Promise<string> => renderToString(createPart(page))
