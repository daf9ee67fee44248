/** `Name <A@b.c>` → `a@b.c`: what tells two addresses apart. */
export const emailAddress = (text: string): string => (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase()
