import type { Lab } from '../shared/lab.ts'

/** What each part of the lab gets. */
export interface LabProps {
  lab: Lab
  /** Waits for a change, then shows what is new. */
  turn: (change: Promise<unknown>) => Promise<void>
}
