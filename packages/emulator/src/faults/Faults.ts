import { randomInt, randomUUID } from 'node:crypto'
import type { Fault, FaultKind } from './Fault.ts'
import { seededRandom } from './seededRandom.ts'

interface Injected {
  fault: FaultKind
  matches: (method: string, path: string) => boolean
  remaining: number
  happens: () => boolean
}

/** The faults waiting to happen, oldest first. */
export class Faults {
  #injected: Injected[] = []
  inject({ match = {}, times = Infinity, probability = 1, seed, fault }: Fault): { id: string } {
    const random = seededRandom(seed ?? randomInt(2 ** 32))
    const path = pathPattern(match.path ?? '')
    const method = match.method?.toUpperCase()
    this.#injected.push({
      fault,
      matches: (called, at) => (method === undefined || method === called) && path.test(at),
      remaining: times,
      happens: () => random() < probability,
    })
    return { id: randomUUID() }
  }

  /** The fault that happens to this call, if any; each counts its own times. */
  take(method: string, path: string): FaultKind | undefined {
    const injected = this.#injected.find(({ matches, happens }) => matches(method, path) && happens())
    if (injected === undefined) return undefined
    injected.remaining -= 1
    if (injected.remaining === 0) this.#injected = this.#injected.filter((other) => other !== injected)
    return injected.fault
  }

  clear(): void {
    this.#injected = []
  }
}

/** A prefix of the path, in which `*` stands for one segment. */
function pathPattern(prefix: string): RegExp {
  const segments = prefix.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`))
  return new RegExp(`^${segments.join('[^/]+')}`)
}
