import { expectSame, expectSoon } from './expectations.ts'
import type { StoreTests } from './StoreTest.ts'

export const messageTests: StoreTests = {
  async 'every subscriber of a channel gets the messages in order, until it unsubscribes'({ store, other, key }) {
    const [one, two, apart]: string[][] = [[], [], []]
    const received = () => [one, two, apart]
    const [a, b] = [key('a'), key('b')]
    const leaveOne = await store.subscribe(a, (message) => one?.push(message))
    const leaveTwo = await other.subscribe(a, (message) => two?.push(message))
    const leaveApart = await store.subscribe(b, (message) => apart?.push(message))
    await store.publish(a, 'first')
    await store.publish(a, '')
    await store.publish(a, 'Zoë 🪑\n')
    const first = ['first', '', 'Zoë 🪑\n']
    await expectSoon(received, [first, first, []], 'messages of the three subscribers')
    leaveOne()
    await other.publish(a, 'second')
    await other.publish(b, 'third')
    await expectSoon(received, [first, [...first, 'second'], ['third']], 'messages after the first one unsubscribed')
    leaveTwo()
    await store.publish(a, 'nobody')
    await store.publish(b, 'fourth')
    await expectSoon(() => apart, ['third', 'fourth'], 'messages of the last subscriber')
    leaveApart()
    expectSame(two?.length, 4, 'number of messages of a subscriber that unsubscribed')
  },

  async 'a function that subscribes twice is called twice, and each subscription ends on its own'({ store, key }) {
    const messages: string[] = []
    const listen = (message: string) => void messages.push(message)
    const [leave, leaveLater] = await Promise.all([
      store.subscribe(key('a'), listen),
      store.subscribe(key('a'), listen),
    ])
    await store.publish(key('a'), '1')
    await expectSoon(() => messages, ['1', '1'], 'messages of two subscriptions')
    leave()
    leave()
    await store.publish(key('a'), '2')
    await expectSoon(() => messages, ['1', '1', '2'], 'messages of the subscription that is left')
    leaveLater()
    const leaveLast = await store.subscribe(key('a'), listen)
    await store.publish(key('a'), '3')
    await expectSoon(() => messages, ['1', '1', '2', '3'], 'messages of a new subscription')
    leaveLast()
  },
}
