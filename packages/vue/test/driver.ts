import type { App, StoryCache, Driver, Hooks, Mounted, View } from '@seats/conformance'
import { dehydrate, hydrate, QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, createSSRApp, defineComponent, h, proxyRefs, shallowRef, type PropType, type VNodeChild } from 'vue'
import { renderToString } from 'vue/server-renderer'
import * as vue from '../src/exports/index.ts'

const hooks: Hooks = {
  useSeatsClient: () => {
    const client = vue.useSeatsClient()
    return () => client.value
  },
  useSeats: (source, options) => proxyRefs(vue.useSeats(source, options)),
  useSeatsSummary: (source, options) => proxyRefs(vue.useSeatsSummary(source, options)),
  useAssignSeats: (source, options) => proxyRefs(vue.useAssignSeats(source, options)),
  useReinviteSeat: (source, options) => proxyRefs(vue.useReinviteSeat(source, options)),
  useClaimFlow: (token, options) => proxyRefs(vue.useClaimFlow(token, options)),
  useAssignSeat: (source, options) => proxyRefs(vue.useAssignSeat(source, options)),
  useRevokeSeat: (source, options) => proxyRefs(vue.useRevokeSeat(source, options)),
  useResendInvitation: (source, options) => proxyRefs(vue.useResendInvitation(source, options)),
  useClaimInfo: (token, options) => proxyRefs(vue.useClaimInfo(token, options)),
  useSubscription: (source, options) => proxyRefs(vue.useSubscription(source, options)),
  useSeatCountPreview: (source, seats) => proxyRefs(vue.useSeatCountPreview(source, seats)),
  useUpdateSeatCount: (source) => proxyRefs(vue.useUpdateSeatCount(source)),
  useCancelSeatCountChange: (source) => proxyRefs(vue.useCancelSeatCountChange(source)),
  useSeatPermissions: (source) => proxyRefs(vue.useSeatPermissions(source)),
  useSeatAccess: (source, options) => proxyRefs(vue.useSeatAccess(source, options)),
  useMySeats: () => proxyRefs(vue.useMySeats()),
  useClaimedSubscriptions: () => proxyRefs(vue.useClaimedSubscriptions()),
  useMembers: () => proxyRefs(vue.useMembers()),
  useAddMember: () => proxyRefs(vue.useAddMember()),
  useUpdateMember: () => proxyRefs(vue.useUpdateMember()),
  useRemoveMember: () => proxyRefs(vue.useRemoveMember()),
  useClaimSeat: (options) => proxyRefs(vue.useClaimSeat(options)),
}

export const driver: Driver = {
  createCache: () => new QueryClient(),
  mount: <Input>(app: App<Input>): Mounted<Input> => {
    const element = document.body.appendChild(document.createElement('div'))
    const errors: unknown[] = []
    const cache = app.cache === undefined ? driver.createCache() : app.cache
    const { vueApp, input, client } = page(app, cache)
    vueApp.config.errorHandler = (error) => errors.push(error)
    element.innerHTML = app.rendered?.html ?? ''
    vueApp.mount(element)
    return {
      element,
      errors,
      cache: cache ?? driver.createCache(),
      setInput: (next) => (input.value = next),
      setClient: (next) => client && (client.value = next),
      unmount() {
        vueApp.unmount()
        element.remove()
      },
    }
  },
  render: async (app) => {
    const html = await renderToString(page(app, app.cache ?? null).vueApp)
    return { html, state: dehydrate(app.cache instanceof QueryClient ? app.cache : new QueryClient()) }
  },
}

function page<Input>(app: App<Input>, cache: StoryCache | null) {
  const input = shallowRef(app.input)
  const client = app.client === null ? undefined : shallowRef(app.client)
  const component = {
    setup: () => {
      const render = app.component(hooks, () => input.value)
      return () => draw(render())
    },
    // Renders nothing if `setup` throws.
    render: () => null,
  }
  const isOnServer = typeof window === 'undefined'
  const vueApp = isOnServer || app.rendered ? createSSRApp(component) : createApp(component)
  if (cache instanceof QueryClient) {
    if (app.rendered) hydrate(cache, app.rendered.state)
    vueApp.use(VueQueryPlugin, { queryClient: cache })
  }
  if (client) vueApp.use(vue.seatsPlugin, { client })
  return { vueApp, input, client }
}

export function draw(view: View): VNodeChild {
  if (typeof view === 'string') return view
  if ('draw' in view) return h(Part, { key: view.key, data: view.data, draw: view.draw })
  const { tag, children, ...props } = view
  return h(tag, props, children.map(draw))
}

/** Returns slots of Vue that draw these views. */
export const drawSlots = (slots: Record<string, (values: never) => View>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, (values: never) => draw(slot(values))]))

type PartView = Extract<View, { data: unknown }>

/** Renders again only if `data` is a different object. Later values of `draw` are ignored. */
const Part = defineComponent({
  props: {
    data: { type: null as unknown as PropType<unknown>, required: true },
    draw: { type: Function as PropType<PartView['draw']>, required: true },
  },
  setup: (props) => {
    const { draw: drawPart } = props
    return () => draw(drawPart(props.data as never))
  },
})
