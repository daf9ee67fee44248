import { SeatsError } from '@seats/core'
import { isObject } from '../internal/isObject.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { noteKey } from './noteKey.ts'
import { readNotes } from './notes.ts'
import type { SeatRecord } from './SeatRecord.ts'

/** The person to forget. */
export type ForgottenPerson = { member_id: string } | { external_member_id: string } | { email: string }

const kinds = ['member_id', 'external_member_id', 'email'] as const

/**
 * Deletes the notes about one person on a source.
 *
 * @throws SeatsError `RequestValidationError` if the value does not name a person.
 */
export async function forgetPerson(memory: RecoveryMemory, source: string, person: ForgottenPerson): Promise<void> {
  // Code without types may give any value.
  if (
    !isObject(person) ||
    !Object.values(person).every((value) => typeof value === 'string' && value !== '') ||
    !kinds.some((kind) => kind in person)
  ) {
    throw new SeatsError({
      code: 'RequestValidationError',
      detail: 'Name the person as { member_id }, { external_member_id } or { email }.',
    })
  }
  const isAboutPerson = ({ person: recorded }: SeatRecord) => {
    if ('member_id' in person) return recorded.member_id === person.member_id.toLowerCase()
    if ('email' in person) return recorded.email?.toLowerCase() === person.email.trim().toLowerCase()
    return recorded.external_member_id === person.external_member_id
  }
  const notes = await readNotes<SeatRecord>(memory, 'seat', source)
  const keys = new Set(notes.filter(({ value }) => isAboutPerson(value)).map(({ value }) => value.person.key))
  for (const { key, value } of notes) if (keys.has(value.person.key)) await memory.delete(key)
  for (const key of keys) await memory.delete(noteKey('sent', source, key))
}
