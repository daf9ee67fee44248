import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages, site } from './pages.ts'

const page = pages.get('explanation/how-far-this-scales.md') ?? ''
const figuresPage = readFileSync(join(site, '../bench/FIGURES.md'), 'utf8')
const scale = figuresPage.split(/^## /m).find((section) => section.startsWith('scale\n')) ?? ''

const numbersIn = (text: string) => (text.match(/\d[\d,.]*/g) ?? []).map((number) => Number(number.replaceAll(',', '')))

/** Returns the numbers of a row of the page, without those of its first cell. */
function numbersOf(label: string): number[] {
  const line = page.split('\n').find((line) => line.startsWith(`| ${label} `)) ?? ''
  return numbersIn(line.slice(label.length + 2).replace('no call', '0 calls'))
}

/** Returns the value of a row in the figures of the bench, and its conditions. */
function figureOf(label: string): { value: number; conditions: string } {
  const line = scale.split('\n').find((line) => line.startsWith(`| ${label} |`))
  const [, , value = '', , , , conditions = ''] = line?.split('|') ?? []
  return { value: Number.parseFloat(value), conditions }
}

/** Expects that two numbers are about the same. The times and the memory of two runs of the bench are not equal. */
function expectNear(number: number | undefined, figure: number): void {
  expect(number).toBeGreaterThan(figure / 1.5)
  expect(number).toBeLessThan(figure * 1.5)
}

const costs = [
  { label: 'a list through the guard', figure: 'list of 1 seat' },
  { label: 'an invitation, a resend or a revoke', figure: 'change' },
  { label: 'a check of the gate, over HTTP', figure: 'check of the gate' },
]

test.each(costs)('the cost of $label is as in the figures of the bench', ({ label, figure }) => {
  const [polarCalls, redisCommands, cpuMs] = numbersOf(label)
  expect(polarCalls).toBe(figureOf(`${figure}: calls to Polar`).value)
  expect(redisCommands).toBe(Math.round(figureOf(`${figure}: commands of Redis`).value))
  const { conditions } = figureOf(`${figure}: CPU time, 4 processes compared with one`)
  expectNear(cpuMs, Number(/compared with ([\d.]+) ms/.exec(conditions)?.[1]))
})

test('the memory and the cost of an event are as in the figures of the bench', () => {
  expectNear(numbersOf('a seat in the index')[0], figureOf('memory in Redis for a seat in the index').value / 1000)
  const [smallest, largest] = numbersOf('an open page')
  const streams = [...figuresPage.matchAll(/^\| memory of a stream \| ([\d.]+) kB/gm)].map(([, kB]) => Number(kB))
  expect(streams).toHaveLength(2)
  expectNear(smallest, Math.min(...streams))
  expectNear(largest, Math.max(...streams))
  expectNear(Number(/memory: ([\d.]+) GB for a process/.exec(page)?.[1]), figureOf('memory of a process').value / 1000)
  const share = figureOf('CPU time of an event that concerns 10 browsers, compared with one to all').value
  expectNear(Number(/takes (\d+) % of\s+the CPU time/.exec(page)?.[1]), share * 100)
})

test('the arithmetic for the busiest minute uses these costs', () => {
  const [listCommands = 0, changeCommands = 0, checkCommands = 0] = costs.map(({ label }) => numbersOf(label)[1])
  const checkMs = numbersOf('a check of the gate, over HTTP')[2] ?? 0
  const seatKb = numbersOf('a seat in the index')[0] ?? 0
  const streamKb = numbersOf('an open page')[1] ?? 0
  for (const [column, seats] of [1_000, 100_000, 10_000_000].entries()) {
    const teams = seats / 50
    const lists = teams / 20 / 60
    const changes = seats / 1000 / 60
    const checks = seats / 10
    const results = {
      teams,
      lists,
      changes,
      'calls to Polar for the gate, `maxAge` 60 s': 2 * teams,
      'the same with `maxAge` 3,600 s': (2 * teams) / 60,
      'the same with `maxAge` 86,400 s': (2 * teams) / 1440,
      'checks of the gate': checks,
      'commands of Redis, each second': (lists * listCommands + changes * changeCommands + checks * checkCommands) / 60,
      'cores for the checks': (checks * checkMs) / 60_000,
      'open pages': teams / 20,
      'memory of their streams': ((teams / 20) * streamKb) / 1000,
      'messages to pages': changes,
    }
    for (const [label, result] of Object.entries(results)) {
      // The page has one or two digits of a small number.
      const allowedError = Math.max(result * 0.15, 0.01)
      expect(Math.abs((numbersOf(label)[column] ?? NaN) - result), `${label}, ${seats}`).toBeLessThan(allowedError)
    }
    const memory = (numbersOf('memory of Redis')[column] ?? NaN) * (column === 2 ? 1000 : 1)
    expect(memory, `memory of Redis, ${seats}`).toBeCloseTo((seats * seatKb) / 1000)
  }
  const polarRows = ['lists', 'changes', 'the same with `maxAge` 86,400 s']
  const polarCalls = polarRows.reduce((sum, label) => sum + (numbersOf(label)[2] ?? NaN), 0)
  expect(page.replaceAll(/\s+/g, ' ')).toContain(
    `If \`maxAge\` is a day, there are ${polarCalls} calls to Polar in a minute`,
  )
})
