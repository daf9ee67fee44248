import { panelStories, type PanelPage } from '@seats/conformance/stories/panel'
import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  type DehydratedState,
} from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { seatsQueryOptions, SeatsProvider, type SeatsClient } from '../src/exports/index.ts'
import { TeamPanel } from '../src/exports/ui.ts'

const page = ({ client, source, manageBillingUrl }: PanelPage, queryClient: QueryClient, state?: DehydratedState) => (
  <QueryClientProvider client={queryClient}>
    <HydrationBoundary state={state}>
      <SeatsProvider client={client}>
        <TeamPanel {...{ source, manageBillingUrl }} />
      </SeatsProvider>
    </HydrationBoundary>
  </QueryClientProvider>
)

panelStories({
  mount(input) {
    const element = document.body.appendChild(document.createElement('div'))
    const root = createRoot(element)
    const queryClient = new QueryClient()
    const setClient = (client: SeatsClient) => root.render(page({ ...input, client }, queryClient))
    setClient(input.client)
    return { element, setClient, unmount: () => (root.unmount(), element.remove()) }
  },
  async hydrate(input) {
    const serverQueryClient = new QueryClient()
    await serverQueryClient.prefetchQuery(seatsQueryOptions(input.client, input.source))
    const state = dehydrate(serverQueryClient)
    const html = renderToString(page(input, serverQueryClient, state))
    const element = document.body.appendChild(document.createElement('div'))
    element.innerHTML = html
    const hydrationErrors: unknown[] = []
    const root = hydrateRoot(element, page(input, new QueryClient(), state), {
      onRecoverableError: (error) => hydrationErrors.push(error),
    })
    return { html, hydrationErrors, element, unmount: () => (root.unmount(), element.remove()) }
  },
})
