import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import TeamByHand from './TeamByHand.vue'
import './handWritten.css'

createApp(TeamByHand)
  .use(VueQueryPlugin, { queryClient: new QueryClient() })
  .mount(document.body.appendChild(document.createElement('div')))
