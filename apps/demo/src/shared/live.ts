/**
 * Follows the roster's events while somebody can see them: a browser has six connections to a server (without HTTP/2),
 * for all its tabs. What was missed is read when they come back.
 */
export const live = (isVisible: boolean) => ({ live: isVisible, refetchOnWindowFocus: 'always' }) as const
