/** Returns a UUID in one form for all its spellings. Polar also accepts `urn:uuid:`, braces and a UUID without dashes. */
export const plainId = (id: string): string => id.toLowerCase().replaceAll(/^urn:uuid:|[{}-]/g, '')
