import type { Messages } from './Messages.ts'
import type { Terms } from './types/SeatTerms.ts'

type Some<Value> = Value extends string | ((...values: never[]) => string)
  ? Value
  : { [Key in keyof Value]?: Some<Value[Key]> | undefined }

/** Any part of a catalogue. A renamed term must have all of its forms. */
export type MessagesPatch = Some<Omit<Messages, 'terms'>> & { terms?: Partial<Terms> | undefined }
