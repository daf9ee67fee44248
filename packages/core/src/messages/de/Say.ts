/** Returns the first text for a catalogue that says "Sie", and the second for one that says "du". */
export type Say = (formal: string, informal: string) => string
