export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  telemetry: false,
  devtools: { enabled: false },
  nitro: {
    // Turbo caches this folder.
    output: { dir: 'dist' },
    // Nitro bundles the CSV parser of a linked @seats/core, and would break its strings that contain these words.
    replace: { 'typeof window': 'typeof window' },
  },
  // Environment variables set these values, such as NUXT_PUBLIC_SUBSCRIPTION_ID.
  runtimeConfig: { polarUrl: '', polarAccessToken: '', public: { subscriptionId: '' } },
})
