import { watch } from './watchers.ts'

/** Simulated browsers in a process of their own. Its arguments are the app's URL, the subscription and the count. */
const [url = '', subscriptionId = '', count = '0'] = process.argv.slice(2)
const watchers = await watch(url, subscriptionId, Number(count), 30_000)
process.on('message', async () => process.send?.(await watchers.publish(url)))
// Ends this process if the bench ends early.
process.once('disconnect', () => process.exit())
process.send?.({ opened: Number(count) })
