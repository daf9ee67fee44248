import { fileURLToPath } from 'node:url'

/** The root of the repository; what is shared with it lies beside. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url))
export const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))
