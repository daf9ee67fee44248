import { misconfigured } from '../internal/misconfigured.ts'
import { noteKey, noteKinds, partsOf, type NoteKind } from './noteKey.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'

/** The most notes that are read at once. */
const batchSize = 50

/** Resolves with all notes of a kind about a source, with the parts of their keys. */
export async function readNotes<T>(
  memory: RecoveryMemory,
  kind: NoteKind,
  source: string,
): Promise<{ key: string; parts: string[]; value: T }[]> {
  const keys = await memory.keys(`${noteKey(kind, source)}/`)
  const notes: { key: string; parts: string[]; value: T }[] = []
  for (let start = 0; start < keys.length; start += batchSize) {
    const batch = keys.slice(start, start + batchSize)
    const values = await Promise.all(batch.map((key) => memory.get(key)))
    for (const [index, key] of batch.entries()) {
      const value = parseNote<T>(values[index])
      // Another process may have deleted the note.
      if (value !== null) notes.push({ key, parts: partsOf(key), value })
    }
  }
  return notes
}

/** Resolves with a single note about a source, or with null. */
export async function readNote<T>(memory: RecoveryMemory, key: string): Promise<T | null> {
  return parseNote<T>(await memory.get(key))
}

/**
 * Parses a value without checking it, because only this folder writes values under these keys. A memory without types
 * may return `undefined` instead of null.
 */
function parseNote<T>(value: string | null | undefined): T | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return JSON.parse(value) as T
  throw misconfigured(
    'The memory of the recovery has returned a value that is not a text. It must return the text that it was given.',
  )
}

export const writeNote = (memory: RecoveryMemory, key: string, value: unknown): Promise<void> =>
  memory.set(key, JSON.stringify(value))

/** Deletes all notes about a source. */
export async function deleteNotes(memory: RecoveryMemory, source: string): Promise<void> {
  for (const kind of noteKinds) {
    await memory.delete(noteKey(kind, source))
    for (const key of await memory.keys(`${noteKey(kind, source)}/`)) await memory.delete(key)
  }
}

/** Returns the sources that have a note of this kind. */
export async function sourcesWith(memory: RecoveryMemory, kind: NoteKind): Promise<string[]> {
  return (await memory.keys(`${kind}/`)).map((key) => decodeURIComponent(key.split('/')[1] ?? ''))
}
