import type { ContainerFacts, PortFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const MOST_CONTAINERS = 10;
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NAME_RULE = '1 to 255 letters, digits, hyphens and underscores';
const PORT_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
const PORT_NAME_RULE = '1 to 64 lowercase letters, digits, underscores and hyphens, with no hyphen in front';

const APP_PROTOCOLS = ['http', 'http2', 'grpc'];

export const tdLimits = defineGotcha({
  id: 'td-limits',
  title: 'The task definition is beyond a limit of ECS',
  consequence: 'rejected',
  symptom: '`Too many containers.`, `Container.name contains invalid characters.`, or `Environment variable name cannot be null or blank.`',
  why: 'ECS refuses to register a task definition with too many containers, or with a name in another form; no quota raises these limits.',
  rule: 'A task has at most 10 containers. Family and container names are 1 to 255 letters, digits, hyphens and underscores; names of port mappings 1 to 64 lowercase letters, digits, underscores and hyphens, with no hyphen in front. `appProtocol` is `http`, `http2` or `grpc`. No name in `environment` is blank.',
  fix: 'stay within the limit',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: [],
  reads: ['family', 'containers'],
  check: ({ family, containers }) => all(
    () => named('family', known(family), 'family'),
    () => count(known(containers).length),
    () => each(known(containers), (container) => named('containerName', known(container.name), ofContainer(container, 'containerName'))),
    () => each(known(containers), portNames),
    () => each(known(containers), variables),
  ),
});

function named(what: string, name: string | undefined, property: string): readonly Result[] {
  if (name === undefined || NAME.test(name)) return [];
  return [{ property, detail: `${what} (${name}) is not ${NAME_RULE}`, fix: `use ${NAME_RULE}` }];
}

function count(containers: number): readonly Result[] {
  if (containers <= MOST_CONTAINERS) return [];
  return [{
    property: 'containers',
    detail: `containers (${containers}) are more than a task can have, which is ${MOST_CONTAINERS}`,
    fix: `move containers to another task, until ${MOST_CONTAINERS} are left`,
  }];
}

function variables(container: ContainerFacts): readonly Result[] {
  return each(known(container.environment), ({ name }) => known(name).trim() === ''
    ? [{ property: ofContainer(container, 'environment'), detail: 'name (blank) of a variable of environment is not a name', fix: 'name the variable, or remove it' }]
    : []);
}

function portNames(container: ContainerFacts): readonly Result[] {
  return each(known(container.ports), (port) => all(() => portName(container, port), () => appProtocol(container, port)));
}

function portName(container: ContainerFacts, port: PortFacts): readonly Result[] {
  const name = known(port.name);
  if (name === undefined || PORT_NAME.test(name)) return [];
  return [{
    property: ofContainer(container, 'portMappings'),
    detail: `name (${name}) of a port mapping is not ${PORT_NAME_RULE}`,
    fix: `use ${PORT_NAME_RULE}`,
  }];
}

function appProtocol(container: ContainerFacts, port: PortFacts): readonly Result[] {
  const protocol = known(port.appProtocol);
  if (protocol === undefined || APP_PROTOCOLS.includes(protocol)) return [];
  return [{
    property: ofContainer(container, 'portMappings'),
    detail: `appProtocol (${protocol}) of a port mapping is none of ${APP_PROTOCOLS.join(', ')}`,
    fix: `set appProtocol to one of ${APP_PROTOCOLS.join(', ')}, or leave it out for TCP`,
  }];
}
