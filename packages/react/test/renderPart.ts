import type { ServerPage } from '@seats/conformance/serverPart'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement as h, type ComponentType, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** Returns a page with one component. The query cache already has the answers that the component reads. */
export function createPart({ client, part, props, read, words }: ServerPage): ReactElement {
  const queryClient = new QueryClient()
  for (const [key, data] of read) queryClient.setQueryData(key, data)
  const component = h(components.get(part) as ComponentType, props)
  const children = words ? h(ui.SeatsUiProvider, words, component) : component
  return h(QueryClientProvider, { client: queryClient }, h(SeatsProvider, { client }, children))
}

export const renderPart = async (page: ServerPage): Promise<string> => renderToString(createPart(page))
