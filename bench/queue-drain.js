// @ts-check
'use strict';

/** Computes how long queue workers of this library and of others take for a burst of messages, in the simulator. */

const { join } = require('node:path');
const { table } = require('./table');

/** The table of this library and its peers: time until the burst is worked off, and what the tasks cost in hours. */
function queueDrains() {
  const { register } = require('tsx/cjs/api');
  const unregister = register();
  /** @type {typeof import('../test/simulation/queue-peers')} */
  const { BURST, drains } = require(join(__dirname, '..', 'test', 'simulation', 'queue-peers.ts'));
  const rows = drains();
  unregister();
  return [
    `A burst of ${BURST} messages of 2 s each, as src/simulation computes it: 1 to 40 tasks that start within 40 s. 40 tasks need 500 s for the work alone.`,
    'This library follows free metrics, which are two minutes late. The function of Copilot reads the number of tasks itself, and is one more thing to run.',
    'Most task-hours are spent after the burst: target tracking removes a tenth of the tasks after each scaleInCooldown, which is 300 s here, as AWS has it'
      + ' for ECS, and 120 s in Copilot. ecs-patterns removes tasks by steps on an empty queue too.',
    '',
    table(
      ['worker of', 'seconds to drain', 'task-hours in 4 h', 'messages cut by scale-in'],
      rows.map(({ name, drainSeconds, picture }) => [
        name, drainSeconds === undefined ? 'not in 4 h' : `${Math.round(drainSeconds)}`, picture.taskHours.toFixed(1), `${picture.interrupted}`,
      ]),
    ),
  ].join('\n');
}

module.exports = { queueDrains };
