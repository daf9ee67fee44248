import { manyPeople } from './core/manyPeople.ts'
import { memory } from './core/memory.ts'
import { size } from './core/size.ts'
import { speed } from './core/speed.ts'

/** `@seats/core` beside plain fetch and the official SDKs; ends with an error where it is not as good as promised. */
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
