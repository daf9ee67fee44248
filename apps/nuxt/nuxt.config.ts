export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  telemetry: false,
  devtools: { enabled: false },
  // Turbo caches this folder.
  nitro: { output: { dir: 'dist' } },
  // Environment variables set these values, such as NUXT_PUBLIC_SUBSCRIPTION_ID.
  runtimeConfig: { polarUrl: '', polarAccessToken: '', public: { subscriptionId: '' } },
})
