import type { MirrorSeat, MirrorSource, MirrorTable } from '@seats/server'

/** Creates the two tables of a mirror in memory. `writes` counts the rows that were written. */
export function createMirrorTable() {
  const seats = new Map<string, MirrorSeat>()
  const sources = new Map<string, MirrorSource>()
  let writes = 0
  const write =
    <Row extends { id: string; version: string }>(rows: Map<string, Row>) =>
    async (row: Row, expectedVersion: string | null) => {
      if ((rows.get(row.id)?.version ?? null) !== expectedVersion) return false
      rows.set(row.id, row)
      writes += 1
      return true
    }
  const table: MirrorTable = {
    findSeats: async (column, value) => [...seats.values()].filter((row) => row[column] === value),
    writeSeat: write(seats),
    findSource: async (id) => sources.get(id) ?? null,
    writeSource: write(sources),
  }
  return { table, seats, sources, writes: () => writes }
}
