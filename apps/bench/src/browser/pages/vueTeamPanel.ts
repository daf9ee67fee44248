import '@seats/core/ui.css'
import { createSeatsClient, seatsPlugin } from '@seats/vue'
import { TeamPanel } from '@seats/vue/ui'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'

const client = createSeatsClient({ baseURL: `${window.location.origin}/api/seats` })
const source = { subscription_id: window.location.hash.slice(1) }
createApp(TeamPanel, { source })
  .use(VueQueryPlugin, { queryClient: new QueryClient() })
  .use(seatsPlugin, { client })
  .mount(document.body.appendChild(document.createElement('div')))
