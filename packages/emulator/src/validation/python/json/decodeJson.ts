import { codePoints } from '../text/codePoints.ts'
import { JsonDecodeError } from './JsonDecodeError.ts'
import { pythonFloat } from './pythonFloat.ts'
import { PythonNumber } from './PythonNumber.ts'
import type { Value } from './Value.ts'

const maxDepth = 1000
const maxIntegerDigits = 4300
const number = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y
const plainText = /[^"\\]*/y
const whitespace = /[ \t\n\r]*/y
const constants: ReadonlyArray<readonly [string, Value]> = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new PythonNumber('NaN', NaN, false)],
  ['Infinity', new PythonNumber('Infinity', Infinity, false)],
  ['-Infinity', new PythonNumber('-Infinity', -Infinity, false)],
]
const escapes: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * Decodes JSON like Python's `json`: NaN and Infinity are numbers, and the last of duplicate keys counts.
 * @throws JsonDecodeError with Python's message if the text is not JSON.
 * @throws RangeError if the text nests too deep or a number is too long.
 */
export function decodeJson(text: string): Value {
  return new Decoder(text).decode()
}

class Decoder {
  readonly #text: string
  #index = 0

  constructor(text: string) {
    this.#text = text
  }

  decode(): Value {
    this.#skipWhitespace()
    const value = this.#value(0)
    this.#skipWhitespace()
    if (this.#index !== this.#text.length) this.#fail('Extra data')
    return value
  }

  #value(depth: number): Value {
    if (depth > maxDepth) throw new RangeError('The document nests too deep')
    const start = this.#text[this.#index]
    if (start === '"') return this.#string()
    if (start === '{') return this.#object(depth + 1)
    if (start === '[') return this.#array(depth + 1)
    for (const [word, value] of constants) {
      if (this.#text.startsWith(word, this.#index)) {
        this.#index += word.length
        return value
      }
    }
    return this.#number()
  }

  #object(depth: number): Value {
    const object = new Map<string, Value>()
    this.#next()
    if (this.#text[this.#index] === '}') return this.#close(object)
    for (;;) {
      if (this.#text[this.#index] !== '"') this.#fail('Expecting property name enclosed in double quotes')
      const key = this.#string()
      this.#skipWhitespace()
      if (this.#text[this.#index] !== ':') this.#fail("Expecting ':' delimiter")
      this.#next()
      object.set(key, this.#value(depth))
      if (this.#ends('}', 'object')) return this.#close(object)
    }
  }

  #array(depth: number): Value {
    const array: Value[] = []
    this.#next()
    if (this.#text[this.#index] === ']') return this.#close(array)
    for (;;) {
      array.push(this.#value(depth))
      if (this.#ends(']', 'array')) return this.#close(array)
    }
  }

  /** Reads the character after an element. Returns true for the closing bracket, false for a comma. */
  #ends(bracket: string, containerName: string): boolean {
    this.#skipWhitespace()
    if (this.#text[this.#index] === bracket) return true
    if (this.#text[this.#index] !== ',') this.#fail("Expecting ',' delimiter")
    const comma = this.#index
    this.#next()
    if (this.#text[this.#index] === bracket) this.#fail(`Illegal trailing comma before end of ${containerName}`, comma)
    return false
  }

  #close<Container>(container: Container): Container {
    this.#index++
    return container
  }

  #string(): string {
    const begin = this.#index++
    let result = ''
    for (;;) {
      result += this.#plainText()
      const character = this.#text[this.#index]
      if (character === undefined) this.#fail('Unterminated string starting at', begin)
      if (character === '"') return this.#close(result)
      const escape = this.#text[this.#index + 1]
      if (escape === undefined) this.#fail('Unterminated string starting at', begin)
      else if (escape === 'u') result += this.#unicodeEscape()
      else {
        result += escapes[escape] ?? this.#fail(String.raw`Invalid \escape`)
        this.#index += 2
      }
    }
  }

  #plainText(): string {
    const start = this.#index
    const text = this.#match(plainText)
    for (let index = 0; index < text.length; index++) {
      if (text.charCodeAt(index) < 0x20) this.#fail('Invalid control character at', start + index)
    }
    return text
  }

  #unicodeEscape(): string {
    const digits = this.#text.slice(this.#index + 2, this.#index + 6)
    const isCutOff = this.#index + 6 >= this.#text.length
    if (isCutOff || !/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail(String.raw`Invalid \uXXXX escape`, this.#index + 1)
    this.#index += 6
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  #number(): Value {
    number.lastIndex = this.#index
    const match = number.exec(this.#text)
    if (!match) return this.#fail('Expecting value')
    const [text, integer = '', fraction, exponent] = match
    this.#index += text.length
    if (fraction !== undefined || exponent !== undefined) return pythonFloat(Number(text))
    if (integer.length > maxIntegerDigits) throw new RangeError('The integer is too long')
    const value = Number(integer)
    if (Object.is(value, -0)) return 0
    return Number.isSafeInteger(value) ? value : new PythonNumber(integer, value, true)
  }

  #next(): void {
    this.#index++
    this.#skipWhitespace()
  }

  #skipWhitespace(): void {
    this.#match(whitespace)
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#index
    const matched = pattern.exec(this.#text)?.[0] ?? ''
    this.#index += matched.length
    return matched
  }

  #fail(message: string, index = this.#index): never {
    throw new JsonDecodeError(message, codePoints(this.#text.slice(0, index)))
  }
}
