import { NO_CAPACITY } from './stopped-reasons';
import type { Wording } from './wording';

const PLACEMENT = ['unable to place a task', 'met all of its requirements'];

/** What service events mean, the special before the general. */
export const EVENTS: readonly Wording[] = [
  { words: [['reached the limit on the number of', 'above your limit', 'limit on the number of vCPUs']], id: 'dpl-no-quota', means: 'is at a quota of the account' },
  { words: ['Capacity is unavailable'], ...NO_CAPACITY, means: 'finds no capacity', severity: 'error' },
  { words: [PLACEMENT, ['insufficient CPU', 'insufficient memory']], id: 'ec2-capacity-too-small', means: 'finds no instance with as much CPU or memory left' },
  { words: [['already using a port required', 'RESOURCE:PORTS']], id: 'net-fixed-host-port', means: 'finds no instance on which the host port is free' },
  { words: [['"AGENT"', 'error AGENT', 'reason: AGENT']], id: 'ec2-agent-disconnected', means: 'finds only instances whose agent is not connected' },
  { words: ['RESOURCE:ENI'], id: 'ec2-eni-limit', means: 'finds no instance with a network interface left' },
  { words: [['Create Network Interface', 'network interface provisioning']], id: 'net-subnet-ip-exhausted', means: 'gets no network interface' },
  { words: [['No Container Instances were found', 'no container instances']], id: 'ec2-no-instances', means: 'finds no instances' },
  { words: [PLACEMENT, ['attribute']], id: 'ec2-agent-outdated', means: 'finds no instance with an attribute that the task needs', why: 'The agent says by attributes what it can do: an old one lacks some. With awsvpc, an instance only fits subnets of its own zone.', fix: 'renew the instances: a newer agent has the attribute; with awsvpc, have instances in the zones of the subnets' },
  { words: [PLACEMENT, ['constraint']], id: 'ec2-placement-overconstrained', means: 'finds no instance that its constraints allow', why: 'distinctInstance takes an instance for each task, and memberOf rules some out.' },
  { words: [PLACEMENT], id: 'ec2-capacity-too-small', means: 'finds no instance for a task' },
  { words: ['unable to stop or start tasks during a deployment'], id: 'dpl-percent-deadlock', means: 'has no room between its healthy percentages' },
  { words: ['number of protected tasks'], id: 'dpl-protected-tasks-block', means: 'waits for tasks that are protected from scale-in', severity: 'warning' },
  { words: ['operations are being throttled'], id: 'ops-api-throttled', means: 'is throttled by an API that ECS calls for it', severity: 'warning' },
];
