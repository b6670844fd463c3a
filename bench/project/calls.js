// @ts-check
'use strict';

const { Session } = require('node:inspector');

/** Number of JavaScript function calls of an action: the same number on every machine and every run. */
function countCalls(/** @type {() => void} */ action) {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    action();
    let calls = 0;
    // Synchronous: the inspector of the own process answers before `post` returns.
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { functions } of result) for (const { ranges } of functions) calls += ranges[0].count;
    });
    return calls;
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}

module.exports = { countCalls };
