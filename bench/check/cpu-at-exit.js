// @ts-check
'use strict';

/** Preloaded: says on the last line of standard error what CPU time the process took. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`\n${(user + system) / 1e6}\n`);
});
