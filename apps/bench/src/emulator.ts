import { buildCli } from './emulator/buildCli.ts'
import { memory } from './emulator/memory.ts'
import { requests } from './emulator/requests.ts'
import { startup } from './emulator/startup.ts'
import { teamLife } from './emulator/teamLife.ts'

/** Compares `@seats/emulator` with a minimal Hono server. Throws if it is slower or larger than promised. */
export async function benchEmulator(): Promise<void> {
  const cli = await buildCli()
  try {
    console.log('\n@seats/emulator: how light it is to start (medians)')
    console.table(await startup(cli.path))
    console.log('@seats/emulator: calls over HTTP (medians, taken in turns)')
    console.table(await requests(cli.path))
    console.log("@seats/emulator: a team's life (medians, taken in turns)")
    console.table(await teamLife(cli.path))
    console.log('@seats/emulator: memory over 200,000 requests')
    console.table(await memory(cli.path))
  } finally {
    cli.remove()
  }
}

if (import.meta.main) await benchEmulator()
