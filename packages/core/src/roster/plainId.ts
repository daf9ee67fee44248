/** A UUID in the one form that all its spellings share: Polar also reads `urn:uuid:`, braces and no dashes. */
export const plainId = (id: string): string => id.toLowerCase().replaceAll(/^urn:uuid:|[{}-]/g, '')
