import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Results } from './Results.ts'
import { tableRow } from './tableRow.ts'

const json = new URL('../../bench.json', import.meta.url)
const readme = new URL('../../README.md', import.meta.url)
const [start, end] = ['<!-- figures -->', '<!-- end of figures -->']

/** Puts the groups that were measured into `bench.json` and into the README's table. The other groups stay as they are. */
export function writeResults(measured: Results): void {
  const known = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Results) : {}
  const results = { ...known, ...measured }
  writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`)
  writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), results))
}

/** Returns the README with the tables between its two marks. */
export function withTables(text: string, results: Results): string {
  const [before = '', rest = ''] = text.split(start)
  const [, after = ''] = rest.split(end)
  return `${before}${start}\n\n${Object.entries(results).map(section).join('\n')}\n${end}${after}`
}

function section([group, { node, cores, day, figures }]: [string, Results[string]]): string {
  const rows = figures.map(tableRow)
  const lines = [Object.keys(rows[0] ?? {}), Object.keys(rows[0] ?? {}).map(() => '---'), ...rows.map(Object.values)]
  const table = lines.map((cells: string[]) => `| ${cells.join(' | ')} |\n`).join('')
  return `## ${group}\n\nMeasured on ${day} with Node ${node} on ${cores} cores.\n\n${table}`
}
