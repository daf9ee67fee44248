import type { NextConfig } from 'next'

export default {
  // Where turbo looks for what a build leaves.
  distDir: 'dist',
  // `tsc` checks the whole repository.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
} satisfies NextConfig
