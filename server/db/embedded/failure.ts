// What stops the bundled database from starting, told to the person at the console: what happened and what to do.

export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure'
  readonly remedy: string

  /** @param what the sentence of what happened, @param remedy the sentence of what to do about it */
  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what}\n${remedy}`, options)
    this.remedy = remedy
  }
}
