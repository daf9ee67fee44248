import type { RecoveryMemory } from '@seats/server'

/** Creates a recovery's memory that keeps its notes in this process. */
export function createRecoveryMemory() {
  const notes = new Map<string, string>()
  const memory: RecoveryMemory = {
    get: async (key) => notes.get(key) ?? null,
    async set(key, value) {
      notes.set(key, value)
    },
    async delete(key) {
      notes.delete(key)
    },
    keys: async (prefix) => [...notes.keys()].filter((key) => key.startsWith(prefix)),
  }
  return { memory, notes }
}
