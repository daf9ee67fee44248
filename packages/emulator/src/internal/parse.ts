import type { ZodMiniType } from 'zod/mini'
import en from 'zod/v4/locales/en.js'

/** Something wrong with what was sent, and where. */
export interface Problem {
  path: string
  message: string
}

const { localeError } = en()

/** The parsed input, or every problem that it has; `whole` names the input itself. */
export function parse<Output>(
  schema: ZodMiniType<Output>,
  input: unknown,
  whole: string,
): { data: Output } | { problems: Problem[] } {
  const result = schema.safeParse(input, { error: localeError })
  if (result.success) return { data: result.data }
  return {
    problems: result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.') || whole, message })),
  }
}
