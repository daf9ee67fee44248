import { startEmulator } from '@seats/emulator'
import { compare, median } from '../measure.ts'
import { startCli, startNode } from './startCli.ts'

export interface StartupRow {
  measure: string
  measured: string
  promised: string
}

/** Measures the start and the memory of the emulator. Throws if one is larger than promised. */
export async function measureStartup(cli: string): Promise<StartupRow[]> {
  const inProcess = await compare({ start: async () => (await startEmulator()).close() }, 100)
  const emptyProcessMs: number[] = []
  const cliMs: number[] = []
  const memoryMB: number[] = []
  for (let round = 0; round < 9; round++) {
    const node = await startNode('--eval', 'console.log("ready"); setInterval(() => {}, 1000)')
    emptyProcessMs.push(node.startupMs)
    await node.stop()
    const emulator = await startCli(cli)
    cliMs.push(emulator.startupMs)
    memoryMB.push(emulator.memoryMB())
    await emulator.stop()
  }
  return [
    row('startEmulator() in memory', median(inProcess.start), 5, 'ms'),
    row(
      'start of the command line, minus that of an empty Node process',
      median(cliMs) - median(emptyProcessMs),
      250,
      'ms',
    ),
    row('memory of the command line after start', median(memoryMB), 80, 'MB'),
  ]
}

function row(measure: string, measured: number, promised: number, unit: string): StartupRow {
  if (measured > promised) throw new Error(`${measure}: ${measured.toFixed(1)} ${unit}, which is more than ${promised}`)
  return { measure, measured: `${measured.toFixed(1)} ${unit}`, promised: `≤ ${promised} ${unit}` }
}
