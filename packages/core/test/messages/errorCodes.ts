import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Names that are never the `code` of a `SeatsError`: the error of the emulator's control calls, Polar's second name for
 * a 422, and the name of our error class.
 */
const otherNames = new Set(['InputError', 'PolarRequestValidationError', 'SeatsError'])

const fileTexts = ['core', 'server', 'emulator'].flatMap((name) =>
  globSync(`${packages}${name}/src/**/*.ts`).map((file) => readFileSync(file, 'utf8')),
)

/** Finds the codes of errors in the text of a source file. */
function codesIn(text: string): string[] {
  const patterns = [
    /new PolarError\(\s*\d+,\s*'([A-Z]\w+)'/g,
    /\bcode: '([A-Z]\w+)'/g,
    /\brefuse(?:Count)?\(\s*(?:\d+,\s*)?'([A-Z]\w+)'/g,
    /\brefusal\('([A-Z]\w+)'/g,
    /^ {2}\| '([A-Z]\w+)'$/gm,
  ]
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code))
}

/** Every code that core, the guard and the emulator can produce. */
export const errorCodes: string[] = [...new Set(fileTexts.flatMap(codesIn))]
  .filter((code) => !otherNames.has(code))
  .toSorted()
