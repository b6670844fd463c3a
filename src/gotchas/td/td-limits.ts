import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const MOST_CONTAINERS = 10;
const CONTAINER_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const PORT_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

export const tdLimits = defineGotcha({
  id: 'td-limits',
  title: 'The task definition is beyond a limit of ECS',
  severity: 'error',
  why: 'ECS refuses to register a task definition with too many containers, or with a name it does not take; no quota raises these limits.',
  fix: 'stay within the limit',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => [...count(containers), ...each(containers, containerName), ...each(containers, portNames)],
});

function count(containers: readonly ContainerFacts[]): readonly Result[] {
  if (containers.length <= MOST_CONTAINERS) return [];
  return [{
    property: 'containers',
    detail: `containers (${containers.length}) are more than a task takes, which is ${MOST_CONTAINERS}`,
    fix: `move containers to another task, until ${MOST_CONTAINERS} are left`,
  }];
}

function containerName(container: ContainerFacts): readonly Result[] {
  const name = known(container.name);
  if (CONTAINER_NAME.test(name)) return [];
  return [{
    property: `containers[${name}].containerName`,
    detail: `containerName (${name}) is not 1 to 255 letters, digits, hyphens and underscores`,
    fix: 'use 1 to 255 letters, digits, hyphens and underscores',
  }];
}

function portNames(container: ContainerFacts): readonly Result[] {
  return each(known(container.ports), (port) => {
    const name = known(port.name);
    if (name === undefined || PORT_NAME.test(name)) return [];
    return [{
      property: ofContainer(container, 'portMappings'),
      detail: `name (${name}) of a port mapping is not 1 to 64 lowercase letters, digits, underscores and hyphens, the first no hyphen`,
      fix: 'use 1 to 64 lowercase letters, digits, underscores and hyphens, and no hyphen at the start',
    }];
  });
}
