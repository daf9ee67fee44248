// src/main.ts
import { createSeatsClient, seatsPlugin } from '@seats/vue'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'

const app = createApp(App)
app.use(VueQueryPlugin)
app.use(seatsPlugin, { client: createSeatsClient({ baseURL: '/api/seats' }) })
app.mount('#app')
