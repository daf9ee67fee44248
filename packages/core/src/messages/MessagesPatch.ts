import type { Messages } from './Messages.ts'
import type { Terms } from './types/Terms.ts'

type DeepPartial<Value> = Value extends string | ((...values: never[]) => string)
  ? Value
  : { [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined }

/** Any part of a catalogue. A renamed term must have all of its forms. */
export type MessagesPatch = DeepPartial<Omit<Messages, 'terms'>> & { terms?: Partial<Terms> | undefined }
