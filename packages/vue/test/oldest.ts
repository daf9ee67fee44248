import { resolveOldestPackages } from '../../conformance/resolveOldestPackages.ts'

resolveOldestPackages(['vue', '@tanstack/vue-query'], import.meta.url)
