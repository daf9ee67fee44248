import { partStories } from '@seats/conformance/stories/parts'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, h, shallowRef, type Component } from 'vue'
import { seatsPlugin } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'
import { drawSlots } from './driver.ts'

const components = new Map<string, unknown>(Object.entries(ui))

/** Creates a cache whose queries read again when the window gets the focus, even if their data is fresh. */
const createCache = () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: 'always' } } })

partStories(({ part, className, slots = {}, content, ...page }) => {
  const client = shallowRef(page.client)
  const props = shallowRef(page.props)
  const allSlots = { ...drawSlots(slots), ...(content && { default: () => content }) }
  const element = document.body.appendChild(document.createElement('div'))
  const app = createApp({
    render: () => h(components.get(part) as Component, { ...props.value, class: className }, allSlots),
  })
  app.use(VueQueryPlugin, { queryClient: createCache() }).use(seatsPlugin, { client })
  app.mount(element)
  return {
    element,
    change(changes) {
      client.value = changes.client ?? client.value
      props.value = changes.props ?? props.value
    },
    unmount: () => (app.unmount(), element.remove()),
  }
})
