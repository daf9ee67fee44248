import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

export default defineConfig({
  ...base,
  platform: 'node',
  // `tsconfig.json` also includes tests and configurations, which import files outside of this package. With that file,
  // declarations would be written outside of this package too.
  tsconfig: 'tsconfig.build.json',
  entry: { index: 'src/exports/index.ts', playwright: 'src/exports/playwright.ts', cli: 'src/cli.ts' },
  // Without their unused parts, these packages load in a third of the time and with a fifth less memory. Their licences
  // are in THIRD-PARTY-LICENSES.md.
  deps: { alwaysBundle: [/^hono/, /^@hono\/node-server/, /^zod/] },
})
