import { EmailSyntaxError } from './EmailSyntaxError.ts'

interface Place {
  start: (character: string) => string
  end: (character: string) => string
  isHostname: boolean
}

/** @throws EmailSyntaxError for a dot in a wrong place, and in a host name also for a dash. */
export function checkDots(text: string, { start, end, isHostname }: Place): void {
  if (text.endsWith('.')) throw new EmailSyntaxError(end('period'))
  if (text.startsWith('.')) throw new EmailSyntaxError(start('period'))
  if (text.includes('..')) throw new EmailSyntaxError('An email address cannot have two periods in a row.')
  if (!isHostname) return
  if (text.endsWith('-')) throw new EmailSyntaxError(end('hyphen'))
  if (text.startsWith('-')) throw new EmailSyntaxError(start('hyphen'))
  if (text.includes('.-') || text.includes('-.')) {
    throw new EmailSyntaxError('An email address cannot have a period and a hyphen next to each other.')
  }
}
