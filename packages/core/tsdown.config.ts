import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

const languages = ['de', 'en', 'es', 'fr', 'ja']

export default defineConfig({
  ...base,
  // Builds one file for each language, so that a page can load a single language.
  entry: [
    'src/exports/*.ts',
    Object.fromEntries(languages.map((name) => [`messages/${name}`, `src/messages/${name}/${name}.ts`])),
  ],
  copy: [{ from: ['src/ui/ui.css', 'src/ui/ui.css.d.ts'], to: 'dist' }],
})
