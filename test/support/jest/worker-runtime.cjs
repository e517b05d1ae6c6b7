const { default: Runtime } = require('jest-runtime');

const IS_SPEC = /\.spec\.tsx?$/;
/** What jest itself loads beside a spec: its runner, which remembers the spec's tests, and packages, which remember nothing. */
const IS_PACKAGE = /^(@[\w-]+\/)?[\w-]+$/;
let keeper;

/**
 * Loads the application, the packages (jest's own among them) and the helpers of the specs once in a worker, and not once for
 * each spec file: two thousand modules to read, compile and run were most of what a file cost. A spec file itself is loaded anew.
 *
 * The price: what a module remembers outlives the file, and `jest.mock` would not reach what is kept, so it is refused.
 */
class WorkerRuntime extends Runtime {
  constructor(...settings) {
    super(...settings);
    keeper ??= new Runtime(...settings);
  }

  requireModule(from, moduleName, options, isRequireActual) {
    const isOfTheFile =
      moduleName === undefined ||
      (options?.isInternalModule === true ? !IS_PACKAGE.test(moduleName) : IS_SPEC.test(moduleName));
    return isOfTheFile
      ? super.requireModule(from, moduleName, options, isRequireActual)
      : keeper.requireModule(from, moduleName, options, isRequireActual);
  }

  /** Where the lines of a stack come from, in the spec file as in what is kept. */
  getSourceMaps() {
    const own = super.getSourceMaps();
    const kept = keeper.getSourceMaps();
    return {
      get: (file) => own.get(file) ?? kept.get(file),
      [Symbol.iterator]: () => [...kept, ...own][Symbol.iterator](),
    };
  }

  setMock(_from, moduleName) {
    throw new Error(`jest.mock('${moduleName}'): modules are kept from file to file, and a mock would not reach them`);
  }

  setModuleMock(from, moduleName) {
    this.setMock(from, moduleName);
  }
}

module.exports = { __esModule: true, default: WorkerRuntime };
