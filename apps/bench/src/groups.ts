import { measureTeamPages } from './browser/measureTeamPages.ts'
import { measureBulk } from './core/measureBulk.ts'
import { measureLongList } from './core/measureLongList.ts'
import { measureManyPeople } from './core/measureManyPeople.ts'
import { measureMemory } from './core/measureMemory.ts'
import { measureRosterChanges } from './core/measureRosterChanges.ts'
import { measureSize } from './core/measureSize.ts'
import { measureSpeed } from './core/measureSpeed.ts'
import { measureEmulatorMemory } from './emulator/measureEmulatorMemory.ts'
import { measureRequests } from './emulator/measureRequests.ts'
import { measureStartup } from './emulator/measureStartup.ts'
import { measurePreviewAndLapse } from './emulator/measurePreviewAndLapse.ts'
import type { Figure } from './figures/Figure.ts'
import { measurePageSizes } from './pages/measurePageSizes.ts'
import { measureRevokes } from './pages/measureRevokes.ts'
import { measureEvents } from './server/measureEvents.ts'
import { measureForgedWebhooks } from './server/measureForgedWebhooks.ts'
import { measureGate } from './server/measureGate.ts'
import { measureManyStreams } from './server/measureManyStreams.ts'
import { measureProcesses } from './server/measureProcesses.ts'
import { measureOverhead } from './server/measureOverhead.ts'

/** The measurements of each group, in the order in which they run. */
export const groups = {
  core: [
    measureSpeed,
    measureLongList,
    measureManyPeople,
    measureRosterChanges,
    measureBulk,
    measureSize,
    measureMemory,
  ],
  emulator: [measureStartup, measureRequests, measurePreviewAndLapse, measureEmulatorMemory],
  server: [measureOverhead, measureEvents, measureForgedWebhooks, measureGate],
  scale: [measureManyStreams, measureProcesses],
  pages: [measurePageSizes, measureRevokes],
  browser: [measureTeamPages],
} satisfies Record<string, (() => Promise<Figure[]>)[]>

export type Group = keyof typeof groups
