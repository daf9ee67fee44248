import { expect, test } from 'vitest'
import { readOptions } from '../src/readOptions.ts'

test('the folder and the template are read from the arguments', () => {
  expect(readOptions(['team', '--template', 'react'])).toEqual({ folder: 'team', template: 'react', help: false })
  expect(readOptions(['-t', 'vue'])).toEqual({ folder: undefined, template: 'vue', help: false })
  expect(readOptions([])).toEqual({ folder: undefined, template: undefined, help: false })
})

test.each([
  [['--template', 'svelte'], 'There is no template "svelte"'],
  [['--template', 'toString'], 'There is no template "toString"'],
  [['--template'], '--template'],
  [['a', 'b'], 'Give one folder, not 2'],
  [['--nonsense'], '--nonsense'],
])('the error for the arguments %j says what is wrong, and how the command is used', (argv, message) => {
  expect(() => readOptions(argv)).toThrow(message)
  expect(() => readOptions(argv)).toThrow('Usage: npm create @seats@latest')
})
