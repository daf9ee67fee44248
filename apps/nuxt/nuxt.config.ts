export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  telemetry: false,
  devtools: { enabled: false },
  nitro: {
    // Turbo caches this folder.
    output: { dir: 'dist' },
    // Nitro replaces `typeof window` in the code that it bundles. That would break strings of the CSV parser in core.
    replace: { 'typeof window': 'typeof window' },
  },
  // Environment variables set these values, such as NUXT_PUBLIC_SUBSCRIPTION_ID.
  runtimeConfig: { polarUrl: '', polarAccessToken: '', public: { subscriptionId: '' } },
})
