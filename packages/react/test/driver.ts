import type { App, StoryCache, Driver, Hooks, Mounted, View } from '@seats/conformance'
import { dehydrate, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Component, createElement, Fragment, memo, StrictMode, type ExoticComponent, type ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
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
  useSubscription: (source, options) => react.useSubscription(source(), options?.()),
  useSeatCountPreview: (source, seats) => react.useSeatCountPreview(source(), seats()),
  useUpdateSeatCount: (source) => react.useUpdateSeatCount(source()),
  useCancelSeatCountChange: (source) => react.useCancelSeatCountChange(source()),
  useSeatPermissions: (source) => react.useSeatPermissions(source()),
  useSeatAccess: (source, options) => react.useSeatAccess(source(), options?.()),
  useMySeats: () => react.useMySeats(),
  useClaimedSubscriptions: () => react.useClaimedSubscriptions(),
  useMembers: () => react.useMembers(),
  useAddMember: () => react.useAddMember(),
  useUpdateMember: () => react.useUpdateMember(),
  useRemoveMember: () => react.useRemoveMember(),
  useClaimSeat: (options) => react.useClaimSeat(options?.()),
}

export const driver: Driver = createDriver()

/** Uses StrictMode, which mounts every component twice. */
export const strictDriver: Driver = createDriver(StrictMode)

function createDriver(Mode: ExoticComponent<{ children?: ReactNode }> = Fragment): Driver {
  const page = <Input>(app: App<Input>, cache: StoryCache | null, errors: unknown[] = []) =>
    createElement(Mode, null, createElement(ErrorCollector, { errors }, pageOf(app, cache)))
  const driver: Driver = {
    createCache: () => new QueryClient(),
    mount: <Input>(app: App<Input>): Mounted<Input> => {
      const element = document.body.appendChild(document.createElement('div'))
      const errors: unknown[] = []
      const cache = app.cache === undefined ? driver.createCache() : app.cache
      let current = app
      const newRoot = app.rendered ? undefined : createRoot(element)
      element.innerHTML = app.rendered?.html ?? ''
      const root = newRoot ?? flushSync(() => hydrateRoot(element, page(current, cache, errors)))
      const render = () => root.render(page(current, cache, errors))
      if (newRoot) flushSync(render)
      return {
        element,
        errors,
        cache: cache ?? driver.createCache(),
        setInput(input) {
          current = { ...current, input }
          render()
        },
        setClient(client) {
          current = { ...current, client }
          render()
        },
        unmount() {
          root.unmount()
          element.remove()
        },
      }
    },
    render: async (app) => {
      const html = renderToString(page(app, app.cache ?? null))
      return { html, state: dehydrate(app.cache instanceof QueryClient ? app.cache : new QueryClient()) }
    },
  }
  return driver
}

/** Collects the errors that no other component catches. */
class ErrorCollector extends Component<{ errors: unknown[]; children?: ReactNode }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override componentDidCatch(error: unknown) {
    this.props.errors.push(error)
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}

function pageOf<Input>({ component, input, client, rendered }: App<Input>, cache: StoryCache | null): ReactNode {
  const content = createElement(Root, { component, input } as RootProps)
  const withClient = client ? createElement(react.SeatsProvider, { client }, content) : content
  const withState = rendered ? createElement(HydrationBoundary, { state: rendered.state }, withClient) : withClient
  return cache instanceof QueryClient ? createElement(QueryClientProvider, { client: cache }, withState) : withState
}

type RootProps = Pick<App<unknown>, 'component' | 'input'>

const Root = ({ component, input }: RootProps) => draw(component(hooks, () => input)())

export function draw(view: View): ReactNode {
  if (typeof view === 'string') return view
  if ('draw' in view) return createElement(Part, view)
  const { tag, children, ...props } = view
  return createElement(tag, props, ...children.map(draw))
}

/** Renders again only if `data` is a different object. */
const Part = memo(
  ({ data, draw: drawPart }: Extract<View, { data: unknown }>) => draw(drawPart(data as never)),
  (before, after) => before.data === after.data,
)

/**
 * Returns the props of React for these slots of Vue. The slot `name` becomes the prop `renderName`. Only `fallback`
 * keeps its name, and its argument is not wrapped in an object.
 */
export const slotProps = (slots: Record<string, (values: never) => View>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(slots).map(([name, slot]) =>
      name === 'fallback'
        ? [name, (access: unknown) => draw(slot({ access } as never))]
        : [`render${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, (values: never) => draw(slot(values))],
    ),
  )
