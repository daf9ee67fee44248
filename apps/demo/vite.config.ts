import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), vue()],
  resolve: { conditions: ['@seats/source', ...defaultClientConditions] },
  // Browsers that know light-dark(), in which every colour of the stylesheet is written.
  build: {
    assetsInlineLimit: 0,
    target: ['chrome125', 'firefox128', 'safari18'],
  },
})
