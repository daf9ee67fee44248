import { partStories, type PartPage } from '@seats/conformance/stories/parts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'
import { slotProps } from './driver.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** Creates a cache whose queries read again when the window gets the focus, even if their data is fresh. */
const createCache = () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: 'always' } } })

partStories((page) => {
  const slots = slotProps(page.slots ?? {})
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  const queryClient = createCache()
  function show({ client, part, props, className, content }: PartPage) {
    const allProps: Record<string, unknown> = { ...props, className, ...slots }
    root.render(
      <QueryClientProvider client={queryClient}>
        <SeatsProvider client={client}>
          {createElement(components.get(part) as ComponentType, allProps, content)}
        </SeatsProvider>
      </QueryClientProvider>,
    )
  }
  let shown = page
  const change = (changes: Partial<PartPage>) => show((shown = { ...shown, ...changes }))
  show(page)
  return { element, change, unmount: () => (root.unmount(), element.remove()) }
})
