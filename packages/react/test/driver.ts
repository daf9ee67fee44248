import type { App, Driver, Hooks, Mounted, View } from '@seats/conformance'
import type { SeatsClient } from '@seats/core'
import type { SeatsCache } from '@seats/core/query'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, memo, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import * as react from '../src/exports/index.ts'

const hooks: Hooks = {
  useSeatsClient: () => {
    const client = react.useSeatsClient()
    return () => client
  },
  useSeats: (source, options) => react.useSeats(source(), options?.()),
  useSeatsSummary: (source, options) => react.useSeatsSummary(source(), options?.()),
  useAssignSeats: (source, options) => react.useAssignSeats(source(), options?.()),
  useReinviteSeat: (source, options) => react.useReinviteSeat(source(), options?.()),
  useClaimFlow: (token, options) => react.useClaimFlow(token(), options?.()),
  useAssignSeat: (source, options) => react.useAssignSeat(source(), options?.()),
  useRevokeSeat: (source, options) => react.useRevokeSeat(source(), options?.()),
  useResendInvitation: (source, options) => react.useResendInvitation(source(), options?.()),
  useClaimInfo: (token, options) => react.useClaimInfo(token(), options?.()),
  useClaimSeat: (options) => react.useClaimSeat(options?.()),
}

export const driver: Driver = {
  createCache: () => new QueryClient(),
  mount: <Input>(app: App<Input>): Mounted<Input> => {
    const element = document.body.appendChild(document.createElement('div'))
    const errors: unknown[] = []
    const root = createRoot(element, { onUncaughtError: (error) => errors.push(error) })
    const cache = app.cache === undefined ? driver.createCache() : app.cache
    let { input, client } = app
    const Component = ({ input }: { input: Input }) => draw(app.component(hooks, () => input)())
    const render = () => root.render(provide(cache, client, createElement(Component, { input })))
    flushSync(render)
    return {
      element,
      errors,
      cache: cache ?? driver.createCache(),
      setInput(next) {
        input = next
        render()
      },
      setClient(next) {
        client = next
        render()
      },
      unmount() {
        root.unmount()
        element.remove()
      },
    }
  },
}

function provide(cache: SeatsCache | null, client: SeatsClient | null, children: ReactNode): ReactNode {
  const inside = client ? createElement(react.SeatsProvider, { client }, children) : children
  return cache instanceof QueryClient ? createElement(QueryClientProvider, { client: cache }, inside) : inside
}

function draw(view: View): ReactNode {
  if (typeof view === 'string') return view
  if ('draw' in view) return createElement(Part, view)
  const { tag, children, ...props } = view
  return createElement(tag, props, ...children.map(draw))
}

/** Drawn again only for another `of`. */
const Part = memo(
  ({ of, draw: drawPart }: Extract<View, { of: unknown }>) => draw(drawPart(of as never)),
  (before, after) => before.of === after.of,
)
