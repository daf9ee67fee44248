import { namesSeveral } from '@seats/core/ui'
import { expect, test } from 'vitest'

test.each([
  'ada@fernhill.example lin@fernhill.example',
  'ada@fernhill.example,lin@fernhill.example',
  'ada@fernhill.example;lin@fernhill.example',
  'ada@fernhill.example\nlin@fernhill.example\n',
  'Ada <ada@fernhill.example>, Lin <lin@fernhill.example>',
])('%j has several addresses', (text) => expect(namesSeveral(text)).toBe(true))

test.each([
  '',
  'ada',
  'ada@fernhill.example',
  ' ada@fernhill.example\n',
  'Ada <ada@fernhill.example>',
  '@ada @lin',
  'a@b@c',
])('%j does not have several addresses', (text) => expect(namesSeveral(text)).toBe(false))
