import { manyPeople } from './core/manyPeople.ts'
import { memory } from './core/memory.ts'
import { size } from './core/size.ts'
import { speed } from './core/speed.ts'

/** Compares `@seats/core` with plain fetch and the official SDKs. Throws if it is worse than promised. */
export async function benchCore(): Promise<void> {
  console.log('\n@seats/core: one call without a network (medians, and how often plain fetch)')
  console.table(await speed())
  console.log('@seats/core: 10,000 people against 10,000 seats (medians)')
  console.table(await manyPeople())
  console.log('@seats/core: bundle sizes (esbuild, minified, gzip, production, browser)')
  console.table(await size())
  console.log('@seats/core: memory')
  console.table([await memory()])
}

if (import.meta.main) await benchCore()
