const oldRoot = /^\/api\/v1/

/** Returns the current path for one below the former API root `/api/v1`. Returns other paths as they are. */
export const rewrittenPath = (path: string): string => path.replace(oldRoot, '/v1')

export const deprecationNotice = 'The API root has moved from /api/v1 to /v1. Please update your integration.'
