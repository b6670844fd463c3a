import { known } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { defineGotcha } from '../definition';
import { allowedActions } from '../permissions';

const PROTECTS = 'ecs:UpdateTaskProtection';
/** The variable of `TaskScaleInProtection`. */
const MINUTES = 'PROTECTION_MINUTES';
/** CloudFormation waits for three hours, in which the new tasks have to start too. */
const MOST_MINUTES = 150;

export const dplProtectedTasksBlock = defineGotcha({
  id: 'dpl-protected-tasks-block',
  title: 'Tasks that protect themselves hold a deployment up',
  consequence: 'worth-knowing',
  symptom: '`… was unable to scale in. Reason: The number of protected tasks are more than the desired count of tasks`',
  why: 'ECS stops no protected task, also during a deployment. Protection lasts two hours by default and up to 48, while CloudFormation waits for three.',
  rule: 'A task role that allows `ecs:UpdateTaskProtection` is worth knowing of: protection lasts from 1 to 2880 minutes, a deployment by CloudFormation 180. '
    + `A variable \`${MINUTES}\` of at most ${MOST_MINUTES} in a container shows that it is shorter.`,
  fix: 'take stopTimeout for work of up to two minutes; otherwise protect tasks for less than three hours at a time, end it when the work is done, and acknowledge this',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['task'],
  check: ({ task }) => {
    const role = known(task.taskRole);
    if (!role) return [];
    const protects = allowedActions(role, (action) => action === PROTECTS).length > 0;
    return protects && !isShort(task) ? [{ property: 'taskRole', detail: `taskRole (${PROTECTS}) lets tasks keep an old revision running for longer than a deployment waits` }] : [];
  },
});

function isShort({ containers }: TaskFacts): boolean {
  const variables = known(containers).flatMap(({ environment }) => known(environment));
  return variables.some(({ name, value }) => name === MINUTES && typeof value === 'string' && Number(value) <= MOST_MINUTES);
}
