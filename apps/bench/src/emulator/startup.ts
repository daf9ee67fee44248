import { startEmulator } from '@seats/emulator'
import { compare, median } from '../measure.ts'
import { startCli, startNode } from './startCli.ts'

export interface StartupRow {
  what: string
  measured: string
  promised: string
}

/** @throws Error where a promise is not kept. */
export async function startup(cli: string): Promise<StartupRow[]> {
  const inProcess = await compare({ start: async () => (await startEmulator()).close() }, 100)
  const empty: number[] = []
  const ready: number[] = []
  const memory: number[] = []
  for (let round = 0; round < 9; round++) {
    const node = await startNode('--eval', 'console.log("ready"); setInterval(() => {}, 1000)')
    empty.push(node.milliseconds)
    await node.stop()
    const emulator = await startCli(cli)
    ready.push(emulator.milliseconds)
    memory.push(emulator.memory())
    await emulator.stop()
  }
  return [
    row('startEmulator() in memory', median(inProcess.start), 5, 'ms'),
    row('the command line ready, beside an empty Node process', median(ready) - median(empty), 250, 'ms'),
    row('memory of the command line after start', median(memory), 80, 'MB'),
  ]
}

function row(what: string, measured: number, promised: number, unit: string): StartupRow {
  if (measured > promised) throw new Error(`${what}: ${measured.toFixed(1)} ${unit}, which is more than ${promised}`)
  return { what, measured: `${measured.toFixed(1)} ${unit}`, promised: `≤ ${promised} ${unit}` }
}
