import type { MessageSettings } from './MessageTools.ts'
import type { CountMessages } from './types/CountMessages.ts'
import type { ErrorMessages } from './types/ErrorMessages.ts'
import type { IssueMessages } from './types/IssueMessages.ts'
import type { PageMessages } from './types/PageMessages.ts'
import type { TeamMessages } from './types/TeamMessages.ts'

/** The sentences of a catalogue, grouped by component. */
export interface MessageTexts extends TeamMessages, CountMessages, PageMessages, ErrorMessages, IssueMessages {}

/**
 * A catalogue: the texts of the components, of `explainError` and of `explainIssue`, in one language. An entry is a
 * text, or a function that takes named values and returns a text. The values are not formatted yet: for example a
 * count, an amount with its currency, or an ISO date. The function formats them.
 */
export interface Messages extends MessageSettings, MessageTexts {}
