import type { Context } from '../../domain/context/Context.ts'
import { PolarError } from '../../domain/context/PolarError.ts'
import type { Problem } from '../../internal/parse.ts'
import { refs } from '../../storage/database/refs.ts'

/** An organization that a seed adds, or adds to. */
export interface SeededOrganization {
  id: string
  slug: string
}

/** One seed being added: what cannot be is noted, and the rest goes on, so that all problems are found at once. */
export class Seeding {
  readonly problems: Problem[] = []
  readonly context: Context

  constructor(context: Context) {
    this.context = context
  }

  /** Names an id for people, where the seed has a name for it. */
  name({ slug }: SeededOrganization, ref: string | undefined, id: string, path: string, field = 'ref'): void {
    if (ref === undefined) return
    this.attempt(`${path}.${field}`, () => refs.insert(this.context.database, `${slug}/${ref}`, id))
  }

  /** Whether it could be done; what the database or a rule refuses is a problem of the seed. */
  attempt(path: string, work: () => unknown): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.problems.push({ path, message: whatIsWrong(error) })
      return false
    }
  }
}

/** The sentence of an error that a seed can cause; any other is a mistake of ours, and thrown. */
function whatIsWrong(error: unknown): string {
  if (error instanceof PolarError) return error.message
  const [, columns] = (error instanceof Error && /UNIQUE constraint failed: (.*)/.exec(error.message)) || []
  if (columns === undefined) throw error
  return `is already there (${columns})`
}
