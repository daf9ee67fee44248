import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Figure } from './figures/Figure.ts'
import type { Results } from './figures/Results.ts'
import { tableRow } from './figures/tableRow.ts'
import { verdict } from './figures/verdict.ts'
import { writeResults } from './figures/writeResults.ts'
import { groups, type Group } from './groups.ts'

// This script measures everything, or the groups of `--only`. It prints and stores each figure. It exits with 1 if a
// promise is not kept.

const isGroup = (name: string): name is Group => Object.hasOwn(groups, name)

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: Object.keys(groups) } } })
const unknownNames = values.only.filter((name) => !isGroup(name))
if (unknownNames.length > 0) {
  console.error(
    `There is no group ${unknownNames.join(', ')}. Give --only ${Object.keys(groups).join(', or --only ')}.`,
  )
  process.exit(2)
}

/** The columns in the terminal. The table in FIGURES.md has one more. */
const printedColumns = ['figure', 'value', '95 % interval', 'promised', 'verdict', 'conditions']
const environment = {
  node: process.versions.node,
  cores: availableParallelism(),
  day: new Date().toISOString().slice(0, 10),
}
const results: Results = {}
const misses: string[] = []
for (const group of values.only.filter(isGroup)) {
  console.log(`\n${group}`)
  const figures: Figure[] = []
  results[group] = { ...environment, figures }
  for (const measure of groups[group]) {
    try {
      const newFigures = await measure()
      console.table(newFigures.map(tableRow), printedColumns)
      figures.push(...newFigures)
      for (const figure of newFigures) {
        const { value, '95 % interval': interval, promised } = tableRow(figure)
        if (verdict(figure) === 'misses') misses.push(`${figure.name}: ${value} (${interval}), and not ${promised}`)
      }
    } catch (error) {
      console.error(error)
      misses.push(`${measure.name}: could not be measured`)
    }
  }
}
writeResults(results)
console.log(misses.length === 0 ? '\nEvery promise is kept.' : `\nNot kept:\n${misses.join('\n')}`)
// Ends this process even if a measurement that failed has left a connection or a timer behind, but not before all text
// is written: a pipe takes it later.
process.stdout.write('', () => process.exit(misses.length === 0 ? 0 : 1))
