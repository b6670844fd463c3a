import type { ContainerFacts, DependencyFacts } from '../../facts/container';
import { known, whereKnown } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const depHealthyWithoutHealthcheck = defineGotcha({
  id: 'dep-healthy-without-healthcheck',
  title: 'A container waits for the health of one that has no health check',
  consequence: 'never-works',
  symptom: 'The container that waits stays `PENDING`; with a `startTimeout` on the other, the task stops with `TaskFailedToStart`.',
  why: 'ECS knows only the health check of the container definition, not the one of the image: without it the container never turns HEALTHY and the other never starts.',
  rule: '`dependsOn` with `HEALTHY` names a container with a `healthCheck` in the task definition. `HEALTHY` is the default of the CDK where no condition is set.',
  fix: 'add a healthCheck to the container, or wait for its START',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_dependson',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) =>
    each(known(container.dependsOn), (dependency) => checkDependency(container, dependency, containers))),
});

function checkDependency(container: ContainerFacts, dependency: DependencyFacts, containers: readonly ContainerFacts[]): readonly Result[] {
  if (known(dependency.condition) !== 'HEALTHY') return [];
  const name = known(dependency.containerName);
  const target = whereKnown(containers, (other) => known(other.name) === name)[0] as ContainerFacts | undefined;
  return !target || known(target.healthCheck) !== undefined ? [] : [{
    detail: `${ofContainer(container, 'dependsOn')} (${name} HEALTHY) waits for a container without a health check`,
    property: ofContainer(container, 'dependsOn'),
  }];
}
