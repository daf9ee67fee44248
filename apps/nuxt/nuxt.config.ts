export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  telemetry: false,
  devtools: { enabled: false },
  // Where turbo looks for what a build leaves.
  nitro: { output: { dir: 'dist' } },
  // The environment gives them: NUXT_PUBLIC_SUBSCRIPTION_ID …
  runtimeConfig: { polarUrl: '', polarAccessToken: '', public: { subscriptionId: '' } },
})
