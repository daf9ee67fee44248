import { expectSame, expectSoon } from './expectations.ts'
import type { StoreTests } from './StoreTest.ts'

const longText = 'long '.repeat(20_000)

export const valueTests: StoreTests = {
  async 'values stay until they are deleted'({ store, other, key }) {
    const a = key('a')
    expectSame(await store.get(a), null, 'get() of a key that was never set')
    expectSame(await store.set(a, '1', { seconds: 60 }), true, 'set() of a new value')
    expectSame(await other.set(a, '2', { seconds: 60 }), true, 'set() of an existing value')
    expectSame(await store.get(a), '2', 'get() after the second set()')
    expectSame(await other.get(key('b')), null, 'get() of another key')
    await other.delete(a)
    expectSame(await store.get(a), null, 'get() after delete()')
    await store.delete(a)
  },

  async 'any text can be stored as a value'({ store, other, key }) {
    for (const text of ['', ' ', 'null', '{"a":"1"}\n', 'Zoë 🪑', longText]) {
      await store.set(key('text'), text, { seconds: 60 })
      expectSame(await other.get(key('text')), text, 'get() after set()')
    }
    await store.set(key('blanks and: colons/ü'), '1', { seconds: 60 })
    expectSame(await other.get(key('blanks and: colons/ü')), '1', 'get() of a key with blanks')
  },

  async 'set() with ifAbsent does not replace an existing value'({ store, other, key }) {
    const a = key('a')
    const setIfAbsent = (value: string) => store.set(a, value, { seconds: 60, ifAbsent: true })
    expectSame(await setIfAbsent(''), true, 'set() with ifAbsent of a new value')
    expectSame(
      await other.set(a, '2', { seconds: 60, ifAbsent: true }),
      false,
      'set() with ifAbsent of an existing value',
    )
    expectSame(await store.get(a), '', 'get() after set() with ifAbsent')
    expectSame(await store.set(a, '3', { seconds: 60, ifAbsent: false }), true, 'set() with ifAbsent: false')
    await store.delete(a)
    expectSame(await setIfAbsent('4'), true, 'set() with ifAbsent after delete()')
  },

  async 'an expired value counts as absent'({ store, key }) {
    const names = ['set', 'ifAbsent', 'compareAndSet', 'unchanged', 'renewed', 'neverSet'].map(key)
    const [set = '', ifAbsent = '', compared = '', unchanged = '', renewed = '', neverSet = ''] = names
    await Promise.all([
      store.set(set, '1', { seconds: 2 }),
      store.set(ifAbsent, '1', { seconds: 1, ifAbsent: true }),
      store.compareAndSet(compared, { expected: null, value: '1', seconds: 2 }),
      store.set(unchanged, '1', { seconds: 2 }),
      store.set(renewed, '1', { seconds: 2 }),
    ])
    await store.set(unchanged, '2', { seconds: 60, ifAbsent: true })
    await store.compareAndSet(unchanged, { expected: 'another', value: '2', seconds: 60 })
    await store.compareAndSet(renewed, { expected: '1', value: '1', seconds: 60 })
    const read = () => Promise.all([set, ifAbsent, compared, unchanged].map((name) => store.get(name)))
    await expectSoon(read, [null, null, null, null], 'get() of values whose time is over')
    expectSame(await store.get(renewed), '1', 'get() of a value that compareAndSet() renewed')
    expectSame(
      await store.set(set, '2', { seconds: 60, ifAbsent: true }),
      true,
      'set() with ifAbsent after the value has expired',
    )
    const change = { expected: null, value: '2', seconds: 60 }
    expectSame(
      await store.compareAndSet(compared, change),
      true,
      'compareAndSet() from no value, after the value has expired',
    )
    expectSame(
      await store.compareAndSet(neverSet, { ...change, expected: '1' }),
      false,
      'compareAndSet() from a value, on a key without one',
    )
  },

  async 'a value is replaced only if it is the expected one'({ store, other, key }) {
    const a = key('a')
    const change = (expected: string | null, value: string | null) =>
      other.compareAndSet(a, { expected, value, seconds: 60 })
    const steps: [expected: string | null, value: string | null, isReplaced: boolean, after: string | null][] = [
      ['1', '2', false, null],
      ['', '2', false, null],
      ['null', '2', false, null],
      [null, '', true, ''],
      [null, '2', false, ''],
      ['', '2', true, '2'],
      ['1', null, false, '2'],
      [null, null, false, '2'],
      ['2', '2', true, '2'],
      ['2', null, true, null],
      ['2', null, false, null],
      [null, null, true, null],
    ]
    for (const [expected, value, isReplaced, after] of steps) {
      const description = `compareAndSet() from ${JSON.stringify(expected)} to ${JSON.stringify(value)}`
      expectSame(await change(expected, value), isReplaced, description)
      expectSame(await store.get(a), after, `get() after ${description}`)
    }
  },

  async 'only one of many simultaneous callers succeeds'({ store, other, key }) {
    const callers = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? store : other))
    const countWinners = async (call: (callStore: typeof store, index: number) => Promise<boolean>) =>
      (await Promise.all(callers.map(call))).filter(Boolean).length
    const winners = await countWinners((callStore, index) =>
      callStore.set(key('set'), `${index}`, { seconds: 60, ifAbsent: true }),
    )
    expectSame(winners, 1, 'successful calls of set() with ifAbsent')
    const replace = (expected: string | null, value: string) =>
      countWinners((callStore, index) =>
        callStore.compareAndSet(key('a'), { expected, value: `${value} ${index}`, seconds: 60 }),
      )
    expectSame(await replace(null, 'first'), 1, 'successful calls of compareAndSet() from no value')
    const first = await store.get(key('a'))
    expectSame(await replace(first, 'second'), 1, 'successful calls of compareAndSet() from one value')
  },
}
