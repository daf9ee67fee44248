// app/plugins/seats.ts
import { createSeatsClient, seatsPlugin } from '@seats/vue'
import { dehydrate, hydrate, QueryClient, VueQueryPlugin, type DehydratedState } from '@tanstack/vue-query'

export default defineNuxtPlugin(({ vueApp, ssrContext, hooks }) => {
  const queryClient = new QueryClient()
  const state = useState<DehydratedState | undefined>('seats')
  const fetch = ssrContext?.event.context.handleSeats
  vueApp.use(VueQueryPlugin, { queryClient })
  vueApp.use(seatsPlugin, { client: createSeatsClient({ baseURL: '/api/seats', fetch }) })
  hooks.hook('app:rendered', () => {
    state.value = dehydrate(queryClient)
  })
  if (state.value) hydrate(queryClient, state.value)
})
