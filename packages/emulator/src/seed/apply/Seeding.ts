import type { Context } from '../../domain/context/Context.ts'
import { PolarError } from '../../domain/context/PolarError.ts'
import type { Problem } from '../../internal/parse.ts'
import { refs } from '../../storage/database/refs.ts'

/** The organization that a seed creates, or to which a seed adds data. */
export interface SeededOrganization {
  id: string
  slug: string
}

/**
 * A seed that is being stored. After a problem, the rest of the seed is checked too, so that all problems are reported
 * at once.
 */
export class Seeding {
  readonly problems: Problem[] = []
  readonly context: Context

  constructor(context: Context) {
    this.context = context
  }

  /** Stores the id that a ref stands for. Does nothing if the seed gives no ref. */
  storeRef({ slug }: SeededOrganization, ref: string | undefined, id: string, path: string, field = 'ref'): void {
    if (ref === undefined) return
    this.collectProblems(`${path}.${field}`, () => refs.insert(this.context.database, `${slug}/${ref}`, id))
  }

  /** Returns whether the work succeeded. A refusal by the database or a rule is recorded as a problem of the seed. */
  collectProblems(path: string, work: () => unknown): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.problems.push({ path, message: messageOf(error) })
      return false
    }
  }
}

/** Returns the message of an error that a seed can cause. Throws every other error. */
function messageOf(error: unknown): string {
  if (error instanceof PolarError) return error.message
  const [, columns] = (error instanceof Error && /UNIQUE constraint failed: (.*)/.exec(error.message)) || []
  if (columns === undefined) throw error
  return `This is already taken (${columns}).`
}
