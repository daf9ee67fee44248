import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), vue()],
  resolve: { conditions: ['@seats/source', ...defaultClientConditions] },
  build: {
    assetsInlineLimit: 0,
    // On a busy machine, Vue's plugin is slow. Vite must not warn about it.
    rolldownOptions: { checks: { pluginTimings: false } },
    // These browsers know `light-dark()`, which the stylesheet uses for its colours.
    target: ['chrome125', 'firefox128', 'safari18'],
  },
})
