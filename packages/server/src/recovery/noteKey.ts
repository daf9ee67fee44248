/**
 * The kinds of notes about one source. Each note has its own key. The notes `seat`, `revoke`, `state` and `massRevoke`
 * are about events, which may arrive in any order and more than once. The other notes are about the progress of the
 * recovery.
 */
export const noteKinds = ['seat', 'revoke', 'state', 'massRevoke', 'sent', 'settled', 'job', 'work', 'looked'] as const

export type NoteKind = (typeof noteKinds)[number]

/** Returns the key of a note about a source. `parts` distinguish the notes of one kind. */
export const noteKey = (kind: NoteKind, source: string, ...parts: (string | number)[]): string =>
  [kind, source, ...parts].map((part) => encodeURIComponent(part)).join('/')

/** Returns the parts of a key after its kind and source. */
export const partsOf = (key: string): string[] => key.split('/').slice(2).map(decodeURIComponent)

/** Returns the key of the note that a customer has this source. */
export const customerKey = (customerId: string, source: string): string =>
  ['customer', customerId, source].map(encodeURIComponent).join('/')

/** Returns the key of the note that a member was deleted. */
export const deletedMemberKey = (memberId: string): string => `left/${encodeURIComponent(memberId)}`
