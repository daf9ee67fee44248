/** Thrown instead of an answer: the connection closes without one. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The connection was dropped by a fault')
    this.name = 'ConnectionDropped'
  }
}
