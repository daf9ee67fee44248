import { revokes } from './adapters/revokes.ts'

/** `@seats/react` and `@seats/vue` beside TanStack Query by hand, in Chromium. */
export async function benchAdapters(): Promise<void> {
  console.log('\n@seats/react and @seats/vue: one of 1,000 seats on screen revoked (medians; 150 ms to Polar)')
  console.table(await revokes())
}

if (import.meta.main) await benchAdapters()
