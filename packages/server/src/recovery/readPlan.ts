import type { SeatsClient, SeatSource } from '@seats/core'
import { captureTeam, type Capture } from './capture.ts'
import { planRecovery } from './planRecovery.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import type { RecoveryPlan } from './RecoveryPlan.ts'
import type { Include } from './seatPeople.ts'

export interface RecoveryContext {
  client: SeatsClient
  memory: RecoveryMemory
  include: Include | undefined
}

export interface PlanAndCapture {
  capture: Capture
  plan: RecoveryPlan
}

/** Reads a source, writes the notes that are missing, and makes a plan. */
export async function readPlan(
  { client, memory }: RecoveryContext,
  source: SeatSource,
  signal?: AbortSignal,
): Promise<PlanAndCapture> {
  const capture = await captureTeam({ client, memory, source, signal })
  return { capture, plan: await planFrom(memory, source, capture) }
}

/** Makes a plan from what `captureTeam` has just read. */
export async function planFrom(memory: RecoveryMemory, source: SeatSource, capture: Capture): Promise<RecoveryPlan> {
  const formerMemberKeys = new Set(
    (await memory.keys('left/')).map((key) => decodeURIComponent(key.slice('left/'.length))),
  )
  return planRecovery({ source, team: capture.team, roster: capture.roster, formerMemberKeys })
}
