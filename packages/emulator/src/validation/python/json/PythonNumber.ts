/**
 * A number that JavaScript would write differently from Python: any float, and an integer beyond 2^53. `text` is what
 * Python writes.
 */
export class PythonNumber {
  readonly text: string
  readonly value: number
  readonly isInteger: boolean

  constructor(text: string, value: number, isInteger: boolean) {
    this.text = text
    this.value = value
    this.isInteger = isInteger
  }
}
