/** Thrown in place of an answer. The connection is then closed. */
export class ConnectionDropped extends Error {
  constructor(reason = 'The connection was dropped by a fault') {
    super(reason)
    this.name = 'ConnectionDropped'
  }
}
