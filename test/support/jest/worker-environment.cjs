const { TestEnvironment } = require('jest-environment-node');

let kept;

/**
 * One world for all spec files of a worker. The modules that worker-runtime.cjs keeps from file to file live in it, so what
 * a spec compares and what the application made come of the same `Array` and the same `Error`.
 */
class WorkerEnvironment extends TestEnvironment {
  constructor(...settings) {
    if (kept !== undefined) return kept;
    super(...settings);
    kept = this;
  }

  async setup() {
    await super.setup();
    // jest-circus keeps its listeners here, and those of the file before would report to it again.
    delete this.global[Symbol.for('EVENT_HANDLERS')];
  }

  /** Ends with the worker. */
  async teardown() {}
}

module.exports = WorkerEnvironment;
