/**
 * Returns the form in which two UUIDs are compared. Polar also accepts `urn:uuid:`, braces and a UUID without dashes.
 */
export const plainId = (id: string): string => id.toLowerCase().replaceAll(/^urn:uuid:|[{}-]/g, '')
