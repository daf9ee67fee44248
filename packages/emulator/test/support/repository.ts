import { fileURLToPath } from 'node:url'

/** The root of the repository, and the folder of shared files next to it. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url))
export const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))
