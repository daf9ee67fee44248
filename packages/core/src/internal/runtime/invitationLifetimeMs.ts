/** Milliseconds from an assignment to the expiry of its invitation. */
export const invitationLifetimeMs: number = 24 * 60 * 60 * 1000
