/** Thrown for a wrong email, with the message of Python's email-validator. */
export class EmailSyntaxError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'EmailSyntaxError'
  }
}
