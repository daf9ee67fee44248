import { useOldest } from '../../conformance/oldest.ts'

useOldest(['vue', '@tanstack/vue-query'], import.meta.url)
