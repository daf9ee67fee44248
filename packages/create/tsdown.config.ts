import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

export default defineConfig({ ...base, platform: 'node', dts: false, entry: { cli: 'src/cli.ts' } })
