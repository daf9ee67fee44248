/** Why an address is none, in the words of Python's email-validator. */
export class EmailSyntaxError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'EmailSyntaxError'
  }
}
