import { readFileSync } from 'node:fs'

/** Returns the text of a file with this sentence in place of the old one. Throws if the old one is missing. */
export function replaceSentence(file: string, oldSentence: RegExp, sentence: string): string {
  const text = readFileSync(file, 'utf8')
  if (!oldSentence.test(text)) throw new Error(`No sentence of ${file} matches ${oldSentence}.`)
  return text.replace(oldSentence, sentence)
}
