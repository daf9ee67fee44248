export { parseRecipients, type ParsedRecipients, type RecipientProblem } from '../csv/parseRecipients.ts'
