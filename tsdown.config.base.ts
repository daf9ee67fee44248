import type { UserConfig } from 'tsdown'

/** What every published package builds alike; `entry` is the package's own. */
export const base = {
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  clean: true,
  sourcemap: false,
  fixedExtension: false,
  treeshake: true,
} satisfies UserConfig
