import { measureEvents } from './server/measureEvents.ts'
import { measureForgedWebhooks } from './server/measureForgedWebhooks.ts'
import { measureGate } from './server/measureGate.ts'
import { measureOverhead } from './server/measureOverhead.ts'

/** Compares `@seats/server` with calling Polar directly, and measures its live events and its webhooks. */
export async function benchServer(): Promise<void> {
  console.log('\n@seats/server: what the guard adds (medians; three processes over HTTP)')
  console.table(await measureOverhead())
  console.log('@seats/server: from a webhook to every browser')
  console.table(await measureEvents())
  console.log('@seats/server: a webhook of 512 kB with a wrong signature (medians)')
  console.table(await measureForgedWebhooks())
  console.log('@seats/server: the gate, in one process (medians)')
  console.table(await measureGate())
}

if (import.meta.main) await benchServer()
