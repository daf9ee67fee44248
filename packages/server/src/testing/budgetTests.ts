import { expectSame, expectSoon } from './expectations.ts'
import type { StoreTests } from './StoreTest.ts'

export const budgetTests: StoreTests = {
  async 'each key has its own budget, and spend() says when a spent budget is available again'({ store, other, key }) {
    const budget = { points: 2, seconds: 30 }
    const spent = [await store.spend(key('a'), budget), await other.spend(key('a'), budget)]
    expectSame(spent, [0, 0], 'two calls of spend() with 2 points')
    const seconds = await store.spend(key('a'), budget)
    expectSame(seconds > 25 && seconds <= 30, true, `spend() without points left answers about 30 seconds (${seconds})`)
    expectSame(await store.spend(key('b'), budget), 0, 'spend() of another key')
    expectSame(await store.spend(key('a'), { points: 9, seconds: 30 }), 0, 'spend() of another budget')
  },

  async 'a budget is available again after its time'({ store, key }) {
    const spend = () => store.spend(key('a'), { points: 1, seconds: 2 })
    expectSame(await spend(), 0, 'the first spend()')
    const seconds = await spend()
    expectSame(seconds >= 1 && seconds <= 2, true, `spend() without points left answers 1 or 2 seconds (${seconds})`)
    await expectSoon(spend, 0, 'spend() after 2 seconds')
  },

  async 'simultaneous callers together do not exceed a budget'({ store, other, key }) {
    const callers = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? store : other))
    const spent = await Promise.all(callers.map((caller) => caller.spend(key('a'), { points: 5, seconds: 60 })))
    expectSame(spent.filter((seconds) => seconds === 0).length, 5, 'successful calls of spend() with 5 points')
  },
}
