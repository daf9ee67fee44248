export interface CodeBlock {
  /** The language after the fence, such as `ts`. */
  language: string
  code: string
  /** The file that the first line names in a comment, such as `src/Team.tsx`. */
  file: string | undefined
}

/** Reads the fenced code blocks of a Markdown text. A block may have a title after its language: `tsx [React]`. */
export const codeBlocks = (markdown: string): CodeBlock[] =>
  [...markdown.matchAll(/^```(\w+)(?: \[[^\]\n]*\])?\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
    file: /^(?:\/\/|<!--) (\S+\.(?:[jt]sx?|vue))\b/.exec(code)?.[1],
  }))
