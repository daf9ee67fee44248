import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

// Each module is built into its own file, because `'use client'` applies to a whole file, and server components must be
// able to call the query options.
export default defineConfig({ ...base, entry: ['src/exports/*.ts'], unbundle: true })
