import { cluster, groupOf, revision, site, stops, worker } from './strangers/cluster';
import { minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { runningTask } from '../../../src/gotchas/fixtures/recorded/healthy';
import type { Account } from '../../../src/cli/collect/account';
import type { Task } from '../../../src/cli/collect/shapes';

/* The night in docs/doctor.md: revision 13 of a service asks for a JSON key that its secret does not have. */

const NO_KEY = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been '
  + 'retried 1 time(s): retrieved secret from Secrets Manager did not contain json key PAYMENT_TOKEN';
const NEW = revision('cart', 13);
const ended = (...minutes: readonly number[]): readonly Task[] => stops('cart', minutes, {
  stopCode: 'TaskFailedToStart', stoppedReason: NO_KEY, startedAt: undefined, containers: [], taskDefinitionArn: NEW, startedBy: 'ecs-svc/cart',
});
const targets = groupOf(site('cart'), { health: [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}`, Port: 8080 }, TargetHealth: { State: 'healthy' } })) });

/** 41 minutes after the deployment began: tasks of the old revision serve, no new one starts. */
export const hanging: Account = cluster([
  site('cart', {
    service: { taskDefinition: NEW },
    deployment: { rolloutState: 'IN_PROGRESS', taskDefinition: NEW, runningCount: 0, failedTasks: 9, createdAt: minutesAgo(41), updatedAt: minutesAgo(2) },
    live: { targetGroups: targets, runningTasks: [1, 2, 3].map((index) => ({ ...runningTask, taskArn: `${index}`, group: 'service:cart', taskDefinitionArn: revision('cart') })) },
    events: [[2, `was unable to place a task. Reason: ${NO_KEY}.`], [300, 'has reached a steady state.']],
  }),
  worker('mailer'),
], { stoppedTasks: ended(2, 7, 13, 20, 28) });

/** Ten minutes after the key was added to the secret. */
export const mended: Account = cluster([
  site('cart', {
    service: { taskDefinition: NEW },
    deployment: { taskDefinition: NEW, createdAt: minutesAgo(55), updatedAt: minutesAgo(6) },
    live: { targetGroups: targets, runningTasks: [1, 2, 3].map((index) => ({ ...runningTask, taskArn: `${index}`, group: 'service:cart', taskDefinitionArn: NEW, startedAt: minutesAgo(8) })) },
    events: [[6, 'has reached a steady state.']],
  }),
  worker('mailer'),
], { stoppedTasks: ended(12, 16, 22, 29, 37) });
