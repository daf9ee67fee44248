/** Thrown for text that Python's decoder refuses, with the decoder's message and the position in code points. */
export class JsonDecodeError extends Error {
  readonly position: number

  constructor(message: string, position: number) {
    super(message)
    this.name = 'JsonDecodeError'
    this.position = position
  }
}
