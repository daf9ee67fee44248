import { panelStories, type PanelPage } from '@seats/conformance/stories/panel'
import { dehydrate, hydrate, QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, createSSRApp, shallowRef, type App } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { seatsPlugin, seatsQueryOptions, type SeatsPluginOptions } from '../src/exports/index.ts'
import { TeamPanel } from '../src/exports/ui.ts'

function setUp(
  create: typeof createApp,
  { client, source, manageBillingUrl }: Omit<PanelPage, 'client'> & SeatsPluginOptions,
  queryClient: QueryClient,
): App {
  return create(TeamPanel, { source, manageBillingUrl })
    .use(VueQueryPlugin, { queryClient })
    .use(seatsPlugin, { client })
}

function show(app: App, html = '') {
  const element = document.body.appendChild(document.createElement('div'))
  element.innerHTML = html
  app.mount(element)
  return { element, unmount: () => (app.unmount(), element.remove()) }
}

panelStories({
  mount(page) {
    const client = shallowRef(page.client)
    const app = setUp(createApp, { ...page, client }, new QueryClient())
    return { ...show(app), setClient: (next) => (client.value = next) }
  },
  async hydrate(page) {
    const server = new QueryClient()
    await server.prefetchQuery(seatsQueryOptions(page.client, page.source))
    const html = await renderToString(setUp(createSSRApp, page, server))
    const queryClient = new QueryClient()
    hydrate(queryClient, dehydrate(server))
    const hydrationErrors: unknown[] = []
    const app = setUp(createSSRApp, page, queryClient)
    app.config.errorHandler = (error) => hydrationErrors.push(error)
    return { html, hydrationErrors, ...show(app, html) }
  },
})
