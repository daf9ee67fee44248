import { randomInt, randomUUID } from 'node:crypto'
import { rewrittenPath } from '../http/path/rewrittenPath.ts'
import type { Fault, FaultKind } from './Fault.ts'
import { matchPath } from './matchPath.ts'
import { seededRandom } from './seededRandom.ts'

interface InjectedFault {
  fault: FaultKind
  matches: (method: string, path: string) => boolean
  remaining: number
  happens: () => boolean
}

/** The faults that were injected, oldest first. */
export class Faults {
  #injected: InjectedFault[] = []

  inject({ match = {}, times = Infinity, probability = 1, seed, fault }: Fault): { id: string } {
    const random = seededRandom(seed ?? randomInt(2 ** 32))
    const matches = matchPath(rewrittenPath(match.path ?? ''))
    const method = match.method?.toUpperCase()
    this.#injected.push({
      fault,
      matches: (called, path) => (method === undefined || method === called) && matches(path),
      remaining: times,
      happens: () => random() < probability,
    })
    return { id: randomUUID() }
  }

  /** Returns the fault that happens to this call, if any. A fault that has happened `times` times is removed. */
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
