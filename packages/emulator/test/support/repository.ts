import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url))
/** A folder next to the repository, with recordings of the real server. It may be absent. */
export const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))
