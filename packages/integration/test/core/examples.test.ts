import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as core from '@seats/core'
import { compileExamples } from '@seats/conformance/examples'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../core', import.meta.url))
const readme = readFileSync(`${root}/README.md`, 'utf8')

test('every example of the READMEs and of the source compiles', { timeout: 60_000 }, () => {
  const { readme, front, source, complaints } = compileExamples(root)
  expect(complaints).toBe('')
  expect(front).toBe(1)
  expect(readme).toBeGreaterThanOrEqual(13)
  expect(source).toBeGreaterThanOrEqual(25)
})

test('the README shows every operation and every function', () => {
  const code = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text]) => text).join('\n')
  const operations = ['listSeats', 'assignSeat', 'revokeSeat', 'resendInvitation', 'getClaimInfo', 'claimSeat']
  const functions = Object.keys(core).filter((name) => name !== 'SeatsError' && !name.endsWith('Schema'))
  expect([...operations, ...functions].filter((name) => !new RegExp(`\\b${name}\\(`).test(code))).toEqual([])
})

test('its links lead to its own headings', () => {
  const anchors = [...readme.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(' ', '-'),
  )
  const links = [...readme.matchAll(/\]\(#([^)]*)\)/g)].map(([, link]) => link)
  expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([])
})
