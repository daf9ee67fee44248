// next.config.ts
import type { NextConfig } from 'next'

// The emulator is loaded by Node, because it opens a database.
export default { serverExternalPackages: ['@seats/emulator'] } satisfies NextConfig
