/**
 * Every sentence that the components and `explainError` say, in six catalogues. A page loads only
 * the catalogues that it imports.
 *
 * @module @seats/core/messages
 */

export { defineMessages, type MessagesDefinition } from '../messages/defineMessages.ts'
export { de } from '../messages/de/de.ts'
export { deInformal } from '../messages/de/deInformal.ts'
export { en } from '../messages/en/en.ts'
export { es } from '../messages/es/es.ts'
export { explainError, type ExplainErrorOptions } from '../messages/explainError.ts'
export { explainIssue } from '../messages/explainIssue.ts'
export { extend } from '../messages/extend.ts'
export { formatMoney } from '../messages/format/formatMoney.ts'
export { fr } from '../messages/fr/fr.ts'
export { ja } from '../messages/ja/ja.ts'
export type { Messages, MessageTexts } from '../messages/Messages.ts'
export type { PanelMessages, PanelTexts } from '../messages/PanelMessages.ts'
export type { MessagesPatch } from '../messages/MessagesPatch.ts'
export type { MessageSettings, MessageTools, PluralForms } from '../messages/MessageTools.ts'
export type { ErrorMessages, ErrorSentence, ErrorValues } from '../messages/types/ErrorMessages.ts'
export type { IssueMessages, IssueSentence, IssueValues } from '../messages/types/IssueMessages.ts'
export type { SeatForms, Terms } from '../messages/types/Terms.ts'
