import { partStories } from '@seats/conformance/stories/parts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** A page reads again when its window gets the focus, also if the data is fresh. */
const createCache = () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: 'always' } } })

partStories(({ client, part, props }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={createCache()}>
      <SeatsProvider client={client}>{createElement(components.get(part) as ComponentType, props)}</SeatsProvider>
    </QueryClientProvider>,
  )
  return { element, unmount: () => (root.unmount(), element.remove()) }
})
