import type { SeatsClient, SeatSource } from '@seats/core'
import {
  createSeatRecovery,
  type LapsedTeam,
  type RecoveryMemory,
  type SeatRecovery,
  type SeatsStore,
} from '@seats/server'
import type { TeamNews } from '../src/shared/lab.ts'

export interface TeamRecovery {
  recovery: SeatRecovery
  onLapse: (team: LapsedTeam) => void
  /** Restores the teams whose payment works again, and keeps the outcome for the lab. */
  run: () => Promise<void>
  newsOf: (source: SeatSource) => TeamNews | null
  /** Keeps the status of a subscription, for the lab. */
  onSubscription: (subscription: { id: string; status?: unknown }) => void
  statusOf: (source: SeatSource) => string
  /** Deletes all notes, then records who has a seat now. */
  restart: (sources: SeatSource[]) => Promise<void>
}

/** Creates the recovery of the demo. Its notes are kept in this process. A real app keeps them in a table. */
export function createTeamRecovery(client: SeatsClient, store: SeatsStore): TeamRecovery {
  const notes = new Map<string, string>()
  const news = new Map<string, TeamNews>()
  const statuses = new Map<string, string>()
  const keyOf = ({ subscription_id, order_id }: SeatSource) => subscription_id ?? order_id
  const memory: RecoveryMemory = {
    get: async (key) => notes.get(key) ?? null,
    set: async (key, value) => void notes.set(key, value),
    delete: async (key) => void notes.delete(key),
    keys: async (prefix) => [...notes.keys()].filter((key) => key.startsWith(prefix)),
  }
  const recovery = createSeatRecovery({ client, memory, store, mode: 'automatic', include: () => true })
  return {
    recovery,
    onLapse: ({ source, people }) => void news.set(keyOf(source), { state: 'lapsed', people: people.length }),
    async run() {
      for (const { source, state, restored } of await recovery.run()) {
        if (restored.length > 0) news.set(keyOf(source), { state: 'restored', people: restored.length })
        else if (state === 'ended') news.delete(keyOf(source))
      }
    },
    onSubscription: ({ id, status }) => void statuses.set(id, String(status)),
    statusOf: (source) => statuses.get(keyOf(source)) ?? 'active',
    newsOf: (source) => news.get(keyOf(source)) ?? null,
    async restart(sources) {
      notes.clear()
      news.clear()
      statuses.clear()
      await recovery.sweep(sources)
    },
  }
}
