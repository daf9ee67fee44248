/** Returns the text that emails are compared by. */
export const emailKey = (email: string): string => email.toLowerCase()
