import type { UserConfig } from 'tsdown'

/** What every published package builds alike; `entry` is the package's own. */
export const base = {
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // The sources are in the tarball: go-to-definition and stack traces lead there.
  dts: { sourcemap: true },
  clean: true,
  fixedExtension: false,
  treeshake: true,
} satisfies UserConfig
