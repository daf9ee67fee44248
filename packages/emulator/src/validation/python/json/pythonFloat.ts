import { PythonNumber } from './PythonNumber.ts'

/** Returns a float with the text that Python writes: `1.0`, `1e+16`, `1e-07`. */
export function pythonFloat(value: number): PythonNumber {
  return new PythonNumber(representation(value), value, false)
}

function representation(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (Object.is(value, -0)) return '-0.0'
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  // Below 1e16 JavaScript writes exponents only for values below 1e-6, which were handled above.
  const text = String(value)
  return text.includes('.') || text.includes('e') ? text : `${text}.0`
}
