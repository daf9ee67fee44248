/**
 * Rewrites JSON in the form of Python's `json.dumps`: with a space after `,` and `:`, with escapes for all characters
 * except printable ASCII, and with an exponent in small fractions. Polar measures metadata in this form.
 */
export const pythonJson = (json: string): string =>
  json.replaceAll(/"(?:[^"\\]|\\.)*"|[,:]|-?\d[\d.e+-]*/g, (token) => {
    if (token.startsWith('"')) return token.replaceAll(/[^ -~]/g, escapeCodeUnit)
    return token === ',' || token === ':' ? `${token} ` : pythonNumber(Number(token))
  })

const escapeCodeUnit = (unit: string) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0')

/** JavaScript writes an exponent for numbers below 1e-6. Python does so below 1e-4, with at least two digits. */
const pythonNumber = (number: number) =>
  number === 0 || Math.abs(number) >= 1e-4 ? String(number) : number.toExponential().replace(/-(\d)$/, '-0$1')
