import { startEmulator } from '@seats/emulator'
import { compare } from '../figures/compare.ts'
import { measured, ratio, type Figure } from '../figures/Figure.ts'
import { buildCli } from './buildCli.ts'
import { startCli, startNode } from './startCli.ts'

/** Measures the time and the memory that the emulator takes to start. */
export async function measureStartup(): Promise<Figure[]> {
  await using cli = await buildCli()
  const inProcess = await compare({ start: async () => (await startEmulator()).close() }, 100)
  const nodeMs: number[] = []
  const cliMs: number[] = []
  const nodeMB: number[] = []
  const cliMB: number[] = []
  for (let round = 0; round < 9; round++) {
    const node = await startNode('--eval', 'console.log("ready"); setInterval(() => {}, 1000)')
    nodeMs.push(node.startupMs)
    nodeMB.push(node.memoryMB())
    await node.stop()
    const emulator = await startCli(cli.path)
    cliMs.push(emulator.startupMs)
    cliMB.push(emulator.memoryMB())
    await emulator.stop()
  }
  const conditions = 'the default seed, in memory'
  return [
    measured('startEmulator() and close()', inProcess.start, 'ms', { conditions, bound: { atMost: 5 } }),
    ratio(
      'start of the command line, compared with an empty Node process',
      { ours: cliMs, other: nodeMs },
      { conditions, bound: { atMost: 4 } },
    ),
    // How much an empty process takes depends on the machine: from 45 to 77 MB.
    ratio(
      'memory of the command line after its start, compared with an empty Node process',
      { ours: cliMB, other: nodeMB, unit: 'MB' },
      { conditions, bound: { atMost: 1.8 } },
    ),
  ]
}
