import { measureManyPeople } from './core/measureManyPeople.ts'
import { measureMemory } from './core/measureMemory.ts'
import { measureSize } from './core/measureSize.ts'
import { measureSpeed } from './core/measureSpeed.ts'

/** Compares `@seats/core` with plain fetch and the official SDKs. Throws if it is worse than promised. */
export async function benchCore(): Promise<void> {
  console.log('\n@seats/core: one call without a network (medians, and how often plain fetch)')
  console.table(await measureSpeed())
  console.log('@seats/core: 10,000 people against 10,000 seats (medians)')
  console.table(await measureManyPeople())
  console.log('@seats/core: bundle sizes (esbuild, minified, gzip, production, browser)')
  console.table(await measureSize())
  console.log('@seats/core: memory')
  console.table([await measureMemory()])
}

if (import.meta.main) await benchCore()
