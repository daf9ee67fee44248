import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

// One file for each module, because `'use client'` applies to a whole file, and server components call the query options.
export default defineConfig({ ...base, entry: ['src/exports/*.ts'], unbundle: true })
