// vite.config.ts
import { getRequestListener } from '@hono/node-server'
import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler } from '@seats/server'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const subscription = { id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', seats: 10 }
const accessToken = 'polar_oat_local'

const seats: Plugin = {
  name: 'seats',
  async configureServer({ middlewares }) {
    const organization = { slug: 'acme', tokens: [{ token: accessToken }], subscriptions: [subscription] }
    const polar = await startEmulator({ seed: { organizations: [organization] } })
    const handler = createSeatsHandler({
      client: createSeatsClient({ accessToken, baseURL: polar.url, fetch: polar.fetch }),
      basePath: '/', // Vite removes /api/seats from the path.
      authorize: () => ({ sources: [{ subscription_id: subscription.id }] }),
    })
    middlewares.use('/api/seats', getRequestListener(handler))
  },
}

export default defineConfig({ plugins: [vue(), seats] })
