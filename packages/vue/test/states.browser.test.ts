import { stateStories } from '@seats/conformance/stories/states'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, h, type Component } from 'vue'
import { seatsPlugin } from '../src/exports/index.ts'
import * as ui from '../src/exports/ui.ts'
import { drawSlots } from './driver.ts'

const components = new Map<string, unknown>(Object.entries(ui))

stateStories(({ client, part, props, slots = {}, content }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const allSlots = { ...drawSlots(slots), ...(content && { default: () => content }) }
  const app = createApp({
    render: () => h(components.get(part) as Component, props, allSlots),
  })
  app.use(VueQueryPlugin, { queryClient: new QueryClient() }).use(seatsPlugin, { client })
  app.mount(element)
  const unmount = () => {
    app.unmount()
    element.remove()
  }
  return { element, unmount }
})
