import { measureRevokes } from './adapters/measureRevokes.ts'

/** Compares `@seats/react` and `@seats/vue` in Chromium with hand-written code on TanStack Query. */
export async function benchAdapters(): Promise<void> {
  console.log('\n@seats/react and @seats/vue: one of 1,000 seats on screen revoked (medians; 150 ms to Polar)')
  console.table(await measureRevokes())
}

if (import.meta.main) await benchAdapters()
