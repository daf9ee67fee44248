import { serverPartStories } from '@seats/conformance/stories/serverParts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement as h, type ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

const components = new Map<string, unknown>(Object.entries(ui))

serverPartStories(async ({ client, part, props, read, words }) => {
  const queryClient = new QueryClient()
  for (const [key, data] of read) queryClient.setQueryData(key, data)
  const component = h(components.get(part) as ComponentType, props)
  const children = words ? h(ui.SeatsUiProvider, words, component) : component
  return renderToString(h(QueryClientProvider, { client: queryClient }, h(SeatsProvider, { client }, children)))
})
