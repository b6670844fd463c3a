import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const depNoStartTimeout = defineGotcha({
  id: 'dep-no-start-timeout',
  title: 'A container is waited for without a limit',
  consequence: 'misbehaves',
  symptom: 'Tasks stay `PENDING` with one container running, and the deployment neither fails nor ends.',
  why: 'A container that never gets to COMPLETE, SUCCESS or HEALTHY leaves its task in PENDING, on Fargate for ever: no task fails, and none runs.',
  rule: 'A container that another waits for with `COMPLETE`, `SUCCESS` or `HEALTHY` has a `startTimeout`: 2 to 120 s on Fargate, where there is none by default; on instances the agent takes 3 minutes, 8 on Windows.',
  fix: 'set startTimeout on the container that is waited for',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => {
    const found = new Set<string>();
    return each(containers, (container) => each(known(container.dependsOn), (dependency) => {
      const condition = known(dependency.condition);
      if (condition === 'START') return [];
      const name = known(dependency.containerName);
      const target = containers.find((candidate) => known(candidate.name) === name);
      if (!target || found.has(name) || known(target.startTimeoutSeconds) !== undefined) return [];
      found.add(name);
      return [{
        property: ofContainer(target, 'startTimeout'),
        detail: `startTimeout (not set) puts no limit on how long ${ofContainer(container)} waits for ${condition} of ${name}`,
        fix: `set startTimeout of ${ofContainer(target)} to the longest that its start may take`,
      }];
    }));
  },
});
