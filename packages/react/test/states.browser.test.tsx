import { stateStories } from '@seats/conformance/stories/states'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'
import { slotProps } from './driver.ts'

const components = new Map<string, unknown>(Object.entries(ui))

stateStories(({ client, part, props, slots = {}, content }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <SeatsProvider client={client}>
        {createElement(components.get(part) as ComponentType, { ...props, ...slotProps(slots) }, content)}
      </SeatsProvider>
    </QueryClientProvider>,
  )
  const unmount = () => {
    root.unmount()
    element.remove()
  }
  return { element, unmount }
})
