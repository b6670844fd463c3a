import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { isTelemetry } from '../images';
import { ofContainer } from '../naming';

export const depTaskHealthAnd = defineGotcha({
  id: 'dep-task-health-and',
  title: 'Only containers that do not count are checked',
  consequence: 'worth-knowing',
  symptom: '`healthStatus` of the task stays `UNKNOWN`, while one of its containers is `UNHEALTHY`.',
  why: 'The health of a task is that of its essential containers: when only others have a health check, the task stays UNKNOWN, and ECS never replaces it for what the check finds.',
  rule: 'Where containers have health checks, an essential one is among them. Checks of agents, and of containers that others wait for, are not meant.',
  fix: 'add a health check to the essential container, or make the container with one essential',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => {
    const waitedFor = new Set(containers.flatMap(namesWaitedFor));
    return each(containers, (container) => {
      if (known(container.healthCheck) === undefined || known(container.essential) || waitedFor.has(known(container.name))) return [];
      // Agents bring checks that are about themselves.
      if (isTelemetry(container.image) || containers.some((other) => known(other.essential) && known(other.healthCheck) !== undefined)) return [];
      return [{
        property: ofContainer(container, 'healthCheck'),
        detail: `healthCheck (of ${ofContainer(container)}, essential false) is the only one of the task, and does not count for its health`,
      }];
    });
  },
});

/** Containers that others wait for: their health check has a use. */
function namesWaitedFor(container: ContainerFacts): readonly string[] {
  return known(container.dependsOn).filter(({ condition }) => known(condition) === 'HEALTHY').map(({ containerName }) => known(containerName));
}
