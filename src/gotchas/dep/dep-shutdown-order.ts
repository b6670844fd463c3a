import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { isTelemetry } from '../images';
import { ofContainer } from '../naming';

export const depShutdownOrder = defineGotcha({
  id: 'dep-shutdown-order',
  title: 'An agent waits for the container it serves, and so stops before it',
  consequence: 'misbehaves',
  symptom: 'The last log lines and traces before a task stops are missing.',
  why: 'ECS stops containers in the reverse of the order they start in: an agent that waits for the application is stopped first, and data that the application sends at its start and at its end is lost.',
  rule: 'A log router or an agent for metrics and traces doesn\'t wait for `START` or `HEALTHY` of a container it serves.',
  fix: 'turn the dependency round: let the application depend on the agent, with START or HEALTHY',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (agent) => {
    const dependencies = known(agent.dependsOn);
    if (dependencies.length === 0 || !isAgent(agent)) return [];
    return each(dependencies, (dependency) => {
      const name = known(dependency.containerName);
      // What has ended before the agent starts is not there to be stopped.
      if (['COMPLETE', 'SUCCESS'].includes(known(dependency.condition))) return [];
      const served = containers.find((container) => known(container.name) === name);
      if (!served || isAgent(served)) return [];
      return [{ property: ofContainer(agent, 'dependsOn'), detail: `dependsOn (${name}) lets ${ofContainer(agent)} start after the container it serves, and stop before it` }];
    });
  }),
});

function isAgent(container: ContainerFacts): boolean {
  return known(container.isLogRouter) || isTelemetry(container.image);
}
