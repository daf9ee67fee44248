import { EmailSyntaxError } from './EmailSyntaxError.ts'

interface DotOptions {
  startMessage: (character: string) => string
  endMessage: (character: string) => string
  isHostname: boolean
}

/** @throws EmailSyntaxError for a dot in a wrong place, and in a host name also for a dash. */
export function checkDots(text: string, { startMessage, endMessage, isHostname }: DotOptions): void {
  if (text.endsWith('.')) throw new EmailSyntaxError(endMessage('period'))
  if (text.startsWith('.')) throw new EmailSyntaxError(startMessage('period'))
  if (text.includes('..')) throw new EmailSyntaxError('An email address cannot have two periods in a row.')
  if (!isHostname) return
  if (text.endsWith('-')) throw new EmailSyntaxError(endMessage('hyphen'))
  if (text.startsWith('-')) throw new EmailSyntaxError(startMessage('hyphen'))
  if (text.includes('.-') || text.includes('-.')) {
    throw new EmailSyntaxError('An email address cannot have a period and a hyphen next to each other.')
  }
}
