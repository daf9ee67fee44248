/**
 * Writes JSON as Python's `json.dumps` does: with a blank after `,` and `:`, everything but printable ASCII escaped,
 * and small fractions with an exponent. Polar measures metadata by it.
 */
export const pythonJson = (json: string): string =>
  json.replaceAll(/"(?:[^"\\]|\\.)*"|[,:]|-?\d[\d.e+-]*/g, (token) => {
    if (token.startsWith('"')) return token.replaceAll(/[^ -~]/g, escaped)
    return token === ',' || token === ':' ? `${token} ` : pythonNumber(Number(token))
  })

const escaped = (unit: string) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0')

/** JavaScript begins to write an exponent at 1e-7, Python at 1e-5, with two digits. */
const pythonNumber = (number: number) =>
  number === 0 || Math.abs(number) >= 1e-4 ? String(number) : number.toExponential().replace(/-(\d)$/, '-0$1')
