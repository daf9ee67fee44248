/**
 * Returns the 95 % interval of the median. It assumes nothing about the distribution: the number of samples below the
 * median is binomial, so two of the sorted samples enclose it.
 */
export function intervalOf(samples: readonly number[]): [low: number, high: number] {
  const sorted = samples.toSorted((a, b) => a - b)
  const count = sorted.length
  const rank = Math.max(0, Math.floor((count - 1.96 * Math.sqrt(count)) / 2))
  return [sorted[rank] ?? NaN, sorted[count - 1 - rank] ?? NaN]
}
