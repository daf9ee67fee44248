import { defineConfig } from 'tsdown'
import vue from 'unplugin-vue/rolldown'
import { base } from '../../tsdown.config.base.ts'

export default defineConfig({
  ...base,
  entry: ['src/exports/*.ts'],
  plugins: [vue({ isProduction: true })],
  dts: { sourcemap: true, vue: true },
})
