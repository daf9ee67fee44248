import { partStories } from '@seats/conformance/stories/parts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

const components = new Map<string, unknown>(Object.entries(ui))

partStories(({ client, part, props }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <SeatsProvider client={client}>{createElement(components.get(part) as ComponentType, props)}</SeatsProvider>
    </QueryClientProvider>,
  )
  return { element, unmount: () => (root.unmount(), element.remove()) }
})
