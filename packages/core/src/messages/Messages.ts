import type { MessageSettings } from './MessageTools.ts'
import type { CountMessages } from './types/CountMessages.ts'
import type { ErrorMessages } from './types/ErrorMessages.ts'
import type { IssueMessages } from './types/IssueMessages.ts'
import type { PageMessages } from './types/PageMessages.ts'
import type { TeamMessages } from './types/TeamMessages.ts'

/** The sentences of a catalogue, grouped by component. */
export interface MessageTexts extends TeamMessages, CountMessages, PageMessages, ErrorMessages, IssueMessages {}

/**
 * A catalogue: each sentence that the components and `explainError` say, in one language. An entry is a text, or a
 * function of named values. Values are plain: a count, an amount with its currency, an ISO date. The sentence formats
 * them.
 */
export interface Messages extends MessageSettings, MessageTexts {}
