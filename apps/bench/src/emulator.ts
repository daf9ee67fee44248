import { buildCli } from './emulator/buildCli.ts'
import { measureMemory } from './emulator/measureMemory.ts'
import { compareRequests } from './emulator/compareRequests.ts'
import { measureStartup } from './emulator/measureStartup.ts'
import { compareTeamLife } from './emulator/compareTeamLife.ts'

/** Compares `@seats/emulator` with a minimal Hono server. Throws if it is slower or larger than promised. */
export async function benchEmulator(): Promise<void> {
  const cli = await buildCli()
  try {
    console.log('\n@seats/emulator: how light it is to start (medians)')
    console.table(await measureStartup(cli.path))
    console.log('@seats/emulator: calls over HTTP (medians, taken in turns)')
    console.table(await compareRequests(cli.path))
    console.log("@seats/emulator: a team's life (medians, taken in turns)")
    console.table(await compareTeamLife(cli.path))
    console.log('@seats/emulator: memory over 200,000 requests')
    console.table(await measureMemory(cli.path))
  } finally {
    cli.remove()
  }
}

if (import.meta.main) await benchEmulator()
