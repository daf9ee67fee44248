/** Rounds to three significant digits, but keeps every digit before the decimal point. */
export const roundFigure = (value: number): string =>
  (Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value)).toString()
