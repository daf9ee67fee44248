import type { Lab } from '../shared/lab.ts'

/** The props of each tab of the lab. */
export interface LabProps {
  lab: Lab
  /** Waits for a change, then reads the lab again. */
  apply: (change: Promise<unknown>) => Promise<void>
}
