// Prints "N passed, N failed" from what jest wrote; ends with 1 when a test did not run, or none did.
import { readFileSync } from 'node:fs';

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}

const results = read(process.argv[2]);
// A file that could not be run holds tests that nobody counted: it is one failure at least.
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
console.log(`${results.numPassedTests} passed, ${failed} failed`);
process.exitCode = results.numPassedTests > 0 && results.numPendingTests + results.numTodoTests === 0 ? 0 : 1;
