import { randomUUID } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import type { people } from './people.ts'

const cookie = 'lumen_session'

export type SignedIn = (typeof people)[number]

/** The product's own sign-in, as any product has one. Seats only ever asks it who is there. */
export interface SignIn {
  who(request: Request): SignedIn | undefined
  /** Gives the `set-cookie` header of a new session. */
  start(person: SignedIn): string
}

export function createSignIn(): SignIn {
  const sessions = new Map<string, SignedIn>()
  return {
    who: (request) => sessions.get(parse(request.headers.get('cookie') ?? '', cookie)[cookie] ?? ''),
    start(person) {
      const id = randomUUID()
      sessions.set(id, person)
      return `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax`
    },
  }
}
