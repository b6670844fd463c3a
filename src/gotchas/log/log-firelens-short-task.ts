import type { ContainerFacts } from '../../facts/container';
import { known, whereKnown } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const logFirelensShortTask = defineGotcha({
  id: 'log-firelens-short-task',
  title: 'A task that ends by itself may be over before its log router is ready',
  consequence: 'risk',
  symptom: 'Logs of short runs are missing, and the log router ends with exit code 137.',
  why: 'A router that is still starting doesn\'t handle the signal to stop: ECS kills it after the stop timeout, and what the application logged is lost.',
  rule: 'In a task that a rule, a schedule or a state machine runs, each container that logs with `awsfirelens` depends on the log router with the condition `HEALTHY`.',
  fix: 'add a health check to the log router and have the containers that log through it depend on it with HEALTHY',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  levels: ['synth'],
  subject: 'taskLaunch',
  needs: ['task'],
  check: ({ task }) => {
    const containers = known(task.containers);
    const [router] = whereKnown(containers, ({ isLogRouter }) => known(isLogRouter)) as readonly (ContainerFacts | undefined)[];
    return !router ? [] : each(containers, (container) => {
      const logging = known(container.logging);
      if (container === router || !logging || known(logging.driver) !== 'awsfirelens') return [];
      const waits = known(container.dependsOn).some(({ containerName, condition }) => known(containerName) === known(router.name) && known(condition) === 'HEALTHY');
      const property = ofContainer(container, 'dependsOn');
      return waits ? [] : [{ property, detail: `${property} (not ${known(router.name)} with HEALTHY) lets the container end before its log router is ready` }];
    });
  },
});
