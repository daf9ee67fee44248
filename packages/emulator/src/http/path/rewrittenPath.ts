const oldRoot = /^\/api\/v1/

/** Returns the current path for a path below the former API root `/api/v1`. Returns other paths unchanged. */
export const rewrittenPath = (path: string): string => path.replace(oldRoot, '/v1')

export const deprecationNotice = 'The API root has moved from /api/v1 to /v1. Please update your integration.'
