import type { View } from '@seats/conformance'
import { partStories } from '@seats/conformance/stories/parts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'
import { draw } from './driver.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** Creates a cache that reads again when the window gets the focus, even if its data is fresh. */
const createCache = () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: 'always' } } })

/** The slot `name` of Vue is the prop `renderName` of React. Only `fallback` keeps its name, and gets no object. */
const toProp = ([name, slot]: [string, (values: never) => View]) =>
  name === 'fallback'
    ? [name, (access: unknown) => draw(slot({ access } as never))]
    : [`render${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, (values: never) => draw(slot(values))]

partStories(({ client, part, props, look, slots = {}, content }) => {
  const allProps = { ...props, className: look, ...Object.fromEntries(Object.entries(slots).map(toProp)) }
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
