// nuxt.config.ts
export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  devtools: { enabled: false },
  app: { head: { title: 'Team', htmlAttrs: { lang: 'en' } } },
  // Otherwise the development server finds these packages one after the other, and reloads the page each time.
  vite: { optimizeDeps: { include: ['@seats/core', '@seats/vue', '@seats/vue/ui', '@tanstack/vue-query'] } },
})
