import { randomUUID } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import type { people } from './people.ts'

const cookieName = 'lumen_session'

export type DemoPerson = (typeof people)[number]

/** The product's own sign-in, which is not part of Seats. */
export interface SignIn {
  /** Returns the person who sent a request, if they are signed in. */
  findPerson(request: Request): DemoPerson | undefined
  /** Starts a session. Returns its `set-cookie` header. */
  start(person: DemoPerson): string
}

export function createSignIn(): SignIn {
  const sessions = new Map<string, DemoPerson>()
  return {
    findPerson: (request) => sessions.get(parse(request.headers.get('cookie') ?? '', cookieName)[cookieName] ?? ''),
    start(person) {
      const id = randomUUID()
      sessions.set(id, person)
      return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax`
    },
  }
}
