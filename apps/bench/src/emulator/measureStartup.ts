import { startEmulator } from '@seats/emulator'
import { compare } from '../figures/compare.ts'
import { measured, type Figure } from '../figures/Figure.ts'
import { buildCli } from './buildCli.ts'
import { startCli, startNode } from './startCli.ts'

/** Measures how light the emulator is to start. */
export async function measureStartup(): Promise<Figure[]> {
  await using cli = await buildCli()
  const inProcess = await compare({ start: async () => (await startEmulator()).close() }, 100)
  const addedMs: number[] = []
  const memoryMB: number[] = []
  for (let round = 0; round < 9; round++) {
    const node = await startNode('--eval', 'console.log("ready"); setInterval(() => {}, 1000)')
    await node.stop()
    const emulator = await startCli(cli.path)
    addedMs.push(emulator.startupMs - node.startupMs)
    memoryMB.push(emulator.memoryMB())
    await emulator.stop()
  }
  const conditions = 'the default seed, in memory'
  return [
    measured('startEmulator() and close()', inProcess.start, 'ms', { conditions, bound: { atMost: 5 } }),
    measured('start of the command line, minus that of an empty process', addedMs, 'ms', {
      conditions,
      bound: { atMost: 250 },
    }),
    measured('memory of the command line after its start', memoryMB, 'MB', { conditions, bound: { atMost: 80 } }),
  ]
}
