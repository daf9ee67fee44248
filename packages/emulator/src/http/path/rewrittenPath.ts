const oldRoot = /^\/api\/v1/

/** The path of the present API root for one below the former root, `/api/v1`. Others are returned as they are. */
export const rewrittenPath = (path: string): string => path.replace(oldRoot, '/v1')

export const deprecationNotice = 'The API root has moved from /api/v1 to /v1. Please update your integration.'
