import { readFileSync } from 'node:fs'

/**
 * Returns the text of a file with this sentence in place of the text that `oldSentence` matches. Throws if nothing
 * matches.
 */
export function replaceSentence(file: string, oldSentence: RegExp, sentence: string): string {
  const text = readFileSync(file, 'utf8')
  if (!oldSentence.test(text)) throw new Error(`No sentence of ${file} matches ${oldSentence}.`)
  return text.replace(oldSentence, sentence)
}
