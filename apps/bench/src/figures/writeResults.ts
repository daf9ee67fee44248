import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Results } from './Results.ts'
import { tableRow } from './tableRow.ts'

const jsonFile = new URL('../../bench.json', import.meta.url)
const pageFile = new URL('../../FIGURES.md', import.meta.url)

/** Puts the groups that were measured into `bench.json` and the tables of `FIGURES.md`. The other groups stay as they are. */
export function writeResults(measured: Results): void {
  const storedResults = existsSync(jsonFile) ? (JSON.parse(readFileSync(jsonFile, 'utf8')) as Results) : {}
  const results = { ...storedResults, ...measured }
  writeFileSync(jsonFile, `${JSON.stringify(results, undefined, 2)}\n`)
  writeFileSync(pageFile, tablesOf(results))
}

/** Returns a page in Markdown with a table for each group. */
export const tablesOf = (results: Results): string =>
  ['# Figures of the bench\n', 'Written by `pnpm bench`.\n', ...Object.entries(results).map(section)].join('\n')

function section([group, { node, cores, day, figures }]: [string, Results[string]]): string {
  const rows = figures.map(tableRow)
  const lines = [Object.keys(rows[0] ?? {}), Object.keys(rows[0] ?? {}).map(() => '---'), ...rows.map(Object.values)]
  const table = lines.map((cells: string[]) => `| ${cells.join(' | ')} |\n`).join('')
  return `## ${group}\n\nMeasured on ${day} with Node ${node} on ${cores} cores.\n\n${table}`
}
