import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { blocksOf, withTarballs } from '../runFirstCommands.ts'

test('the test in the guide to Jest passes with the commands of the guide', () => {
  const consumer = new Consumer()
  const blocks = blocksOf('guides/jest')
  for (const { file, code } of blocks) if (file !== undefined) consumer.write(file, code)
  const [install = '', run = ''] = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code)
  consumer.run('sh', ['-e', '-c', withTarballs(install)])
  const report = JSON.parse(consumer.run('sh', ['-e', '-c', `${run.trim()} --json`])) as Report
  expect(report).toMatchObject({ numPassedTests: 1, numTotalTests: 1 })
})

interface Report {
  numPassedTests: number
  numTotalTests: number
}
