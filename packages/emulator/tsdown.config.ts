import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

export default defineConfig({ ...base, platform: 'node', entry: { index: 'src/exports/index.ts', cli: 'src/cli.ts' } })
