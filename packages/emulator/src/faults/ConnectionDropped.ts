/** Thrown in place of an answer. The connection is then closed. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The connection was dropped by a fault')
    this.name = 'ConnectionDropped'
  }
}
