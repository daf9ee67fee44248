export { parseRecipients, type ParsedRecipients, type RecipientProblem } from '../csv/parseRecipients.ts'
export { readTextFile } from '../csv/readTextFile.ts'
