import type { ZodMiniType } from 'zod/mini'
import en from 'zod/v4/locales/en.js'

/** A problem of an input, and the path of the wrong value. */
export interface Problem {
  path: string
  message: string
}

const { localeError } = en()

/** Returns the parsed input, or all of its problems. `rootPath` is the path for a problem with the input as a whole. */
export function parse<Output>(
  schema: ZodMiniType<Output>,
  input: unknown,
  rootPath: string,
): { data: Output } | { problems: Problem[] } {
  const result = schema.safeParse(input, { error: localeError })
  if (result.success) return { data: result.data }
  return {
    problems: result.error.issues.map(({ path, message }) => ({
      path: path.map(String).join('.') || rootPath,
      message,
    })),
  }
}
