import type { ContainerFacts, PortFacts } from '../../facts/container';
import { known, Unknown } from '../../facts/fact';
import type { ServiceFacts } from '../../facts/service';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const netFixedHostPort = defineGotcha({
  id: 'net-fixed-host-port',
  title: 'A fixed port of the instance, which only one task can have',
  consequence: 'misbehaves',
  symptom: '`The closest matching container-instance … is already using a port required by your task`, and a deployment that stands still.',
  why: 'No second task with the port fits on an instance, so a deployment needs a spare one. Ports of SSH, Docker and the agent are never free.',
  rule: 'With network mode `bridge`, `hostPort` has to be 0 or left out, unless the service is a daemon, or has a fixed number of tasks of which a deployment stops some first (`minHealthyPercent`). With `bridge` and `host` it may not be 22, 2375, 2376, 51678, 51679 or 51680, and has to be below 32768, which with `host` is worth knowing only. An instance reserves 100 ports, those of its own among them.',
  fix: 'leave hostPort out: each task gets a free port and the target group knows it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'service',
  needs: ['task', 'schedulingStrategy'],
  reads: ['desiredCount', 'scaling', 'minHealthyPercent'],
  check: ({ task, schedulingStrategy, ...counts }) => {
    const networkMode = known(task.networkMode);
    if (networkMode !== 'bridge' && networkMode !== 'host') return [];
    const reserved = reservedPorts(known(task.containers), networkMode);
    if (reserved > MOST_RESERVED - RESERVED.length) {
      return [{ property: 'containers.portMappings', consequence: 'never-works', detail: `hostPort (${reserved} ports) is more than the ${MOST_RESERVED} ports that an instance can reserve, its own among them` }];
    }
    return each(known(task.containers), (container) => each(known(container.ports), (port): readonly Result[] => {
      const hostPort = known(hostPortOf(port, networkMode));
      if (!hostPort) return [];
      const property = ofContainer(container, 'portMappings');
      if (RESERVED.includes(hostPort)) {
        return [{ property, consequence: 'never-works', detail: `hostPort (${hostPort}) is reserved by the instance, like ${RESERVED.filter((other) => other !== hostPort).join(', ')}` }];
      }
      if (hostPort >= FIRST_GIVEN_OUT) {
        return [{
          property,
          detail: `hostPort (${hostPort}) is an ephemeral port of the instance, from ${FIRST_GIVEN_OUT} on`,
          // Without Docker between, it is taken only when something else on the instance happens to have it.
          ...(networkMode === 'host'
            ? { consequence: 'worth-knowing', fix: `let the container listen on a port below ${FIRST_GIVEN_OUT}` }
            : { fix: `set a hostPort below ${FIRST_GIVEN_OUT}, or leave it to ECS` }),
        }];
      }
      // A daemon has one task on each instance anyway, and host mode has no other ports.
      return networkMode === 'host' || schedulingStrategy === 'DAEMON' || stopsFirst(counts) ? [] : [{ property, detail: `hostPort (${hostPort}) is free for one task on each instance only` }];
    }));
  },
});

const MOST_RESERVED = 100;

function reservedPorts(containers: readonly ContainerFacts[], networkMode: 'bridge' | 'host'): number {
  const mapped = containers.flatMap(({ ports }) => ports instanceof Unknown ? [] : ports)
    .map((port) => [hostPortOf(port, networkMode), port.protocol] as const);
  return new Set(mapped.filter(([port]) => typeof port === 'number' && port > 0).map(([port, protocol]) => `${port as number}/${protocol as string}`)).size;
}

/** True if a deployment surely frees the port of a task before it starts the next one, and nothing adds tasks. */
function stopsFirst({ desiredCount, scaling, minHealthyPercent }: Pick<ServiceFacts, 'desiredCount' | 'scaling' | 'minHealthyPercent'>): boolean {
  if (scaling !== undefined || typeof minHealthyPercent !== 'number' || minHealthyPercent >= 100) return false;
  const tasks = known(desiredCount);
  return tasks !== undefined && Math.ceil(tasks * minHealthyPercent / 100) < tasks;
}

/** First ephemeral port of Linux, by default. */
const FIRST_GIVEN_OUT = 32768;
// 22 SSH, 2375 and 2376 Docker, the rest the ECS agent.
const RESERVED = [22, 2375, 2376, 51678, 51679, 51680];

function hostPortOf({ hostPort, containerPort }: PortFacts, networkMode: 'bridge' | 'host') {
  return networkMode === 'host' ? hostPort ?? containerPort : hostPort;
}
