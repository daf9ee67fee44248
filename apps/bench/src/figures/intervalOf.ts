/**
 * Returns the 95 % confidence interval of the median. Its ends are two of the sorted samples, chosen by their rank, so it
 * holds for every distribution.
 */
export function intervalOf(samples: readonly number[]): [low: number, high: number] {
  const sorted = samples.toSorted((first, second) => first - second)
  const count = sorted.length
  const rank = Math.max(0, Math.floor((count - 1.96 * Math.sqrt(count)) / 2))
  return [sorted[rank] ?? NaN, sorted[count - 1 - rank] ?? NaN]
}
