import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

// One file per module, because `'use client'` is true for a whole file: server components call the query options.
export default defineConfig({ ...base, entry: ['src/exports/*.ts'], unbundle: true })
