import type { NextConfig } from 'next'

export default {
  // Turbo caches this folder.
  distDir: 'dist',
  // `turbo run types` checks the types.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
} satisfies NextConfig
