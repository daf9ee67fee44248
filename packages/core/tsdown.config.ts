import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

// Each module is built into its own file, so that the bundler of an app can divide them: a page first loads only what
// it needs at once, and only the languages that it imports.
export default defineConfig({
  ...base,
  entry: ['src/exports/*.ts'],
  unbundle: true,
  copy: [{ from: ['src/ui/ui.css', 'src/ui/ui.css.d.ts'], to: 'dist' }],
})
