import { checkDots } from './checkDots.ts'
import { checkUnsafe, listDisallowed } from './characters.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

const atom = String.raw`\w!#$%&'*+\-/=?^\x60{|}~`
const plain = new RegExp(`^[${atom}]+(?:\\.[${atom}]+)*$`)
const international = new RegExp(String.raw`^[${atom}\u{80}-\u{10ffff}]+(?:\.[${atom}\u{80}-\u{10ffff}]+)*$`, 'u')
const unquotedCharacter = new RegExp(String.raw`^[.${atom}\u{80}-\u{10ffff}]$`, 'u')
const quotableCharacter = /^[\u{20}-\u{7e}\u{80}-\u{10ffff}]$/u

/** Returns the part before the @-sign as it is stored. @throws EmailSyntaxError if this part is wrong. */
export function checkLocalPart(local: string, isQuoted: boolean): string {
  if (local === '') throw new EmailSyntaxError('There must be something before the @-sign.')
  if (plain.test(local)) return local
  if (international.test(local)) {
    checkUnsafe(local)
    return local
  }
  if (isQuoted) return checkQuoted(local)
  const others = listDisallowed(local, unquotedCharacter)
  if (others !== undefined) {
    throw new EmailSyntaxError(`The email address contains invalid characters before the @-sign: ${others}.`)
  }
  checkDots(local, {
    startMessage: (character) => `An email address cannot start with a ${character}.`,
    endMessage: (character) => `An email address cannot have a ${character} immediately before the @-sign.`,
    isHostname: false,
  })
  throw new EmailSyntaxError('The email address contains invalid characters before the @-sign.')
}

function checkQuoted(local: string): string {
  const others = listDisallowed(local, quotableCharacter)
  if (others !== undefined) {
    throw new EmailSyntaxError(`The email address contains invalid characters in quotes before the @-sign: ${others}.`)
  }
  checkUnsafe(local, true)
  return `"${local.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
