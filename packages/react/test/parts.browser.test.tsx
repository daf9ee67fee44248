import { partStories } from '@seats/conformance/stories/parts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'
import { slotProps } from './driver.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** Creates a cache whose queries read again when the window gets the focus, even if their data is fresh. */
const createCache = () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: 'always' } } })

partStories(({ client, part, props, className, slots = {}, content }) => {
  const allProps: Record<string, unknown> = { ...props, className, ...slotProps(slots) }
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={createCache()}>
      <SeatsProvider client={client}>
        {createElement(components.get(part) as ComponentType, allProps, content)}
      </SeatsProvider>
    </QueryClientProvider>,
  )
  return { element, unmount: () => (root.unmount(), element.remove()) }
})
