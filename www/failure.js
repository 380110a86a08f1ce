// The one kind of error that the way to a report and back fails with.

/** What an engine rejects with. `name` says which kind: 'Cancelled', 'Panic', 'Unavailable', 'BadOptions', … */
export class EngineError extends Error {
  /** @param {string} name  @param {string} message */
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}
