import type { Subject } from '../meaning';

/** A place for a task on a container instance. */
export const PLACEMENT: Subject = {
  // The words of ECS, and codes of its API, which are words of sentences in small letters.
  is: /met all of its requirements|RESOURCE:|^AGENT\b|"AGENT"|Amazon ECS Agent|[Nn]o [Cc]ontainer [Ii]nstances? (?:were|was) found|could not launch \d+ tasks|compute strategy|[Ii]nsufficient (?:cpu|memory|gpu|CPU|GPU)|^(?:ATTRIBUTE|LOCATION|NO ACTIVE INSTANCES|EMPTY CAPACITY PROVIDER|INACTIVE)\b|placement constraint|resources could not be found|(?:cpu|CPU) capacity was unavailable/,
  causes: [
    { when: /GPU/i, meaning: { id: 'td-gpu-request', means: 'find no instance with as many GPUs left', fix: 'add instances with GPUs, or let fewer tasks ask for them at once' } },
    { when: /already using a port|RESOURCE:PORTS/i, meaning: { id: 'net-fixed-host-port', means: 'find no instance on which the host port is free' } },
    { when: /RESOURCE:ENI/i, meaning: { id: 'ec2-eni-limit', means: 'find no instance with a network interface left' } },
    { when: /^LOCATION\b/, meaning: { id: 'net-awsvpc-subnet-without-instances', means: 'find no instance in the zones of their subnets', fix: 'have instances in the zone of each subnet of the service, or name subnets of the zones that have some' } },
    { when: /\bAGENT\b|agent connected|Amazon ECS Agent/, meaning: { id: 'ec2-agent-disconnected', means: 'find only instances whose agent is not connected', fix: 'restart the agent of the instances: sudo systemctl restart ecs, and see /var/log/ecs/ecs-agent.log' } },
    { when: /no container instances? (?:were|was) found|^NO ACTIVE INSTANCES|^EMPTY CAPACITY PROVIDER|^INACTIVE/i, meaning: { id: 'ec2-no-instances', means: 'find no instances' } },
    { when: /attribute/i, meaning: { id: 'ec2-agent-outdated', means: 'find no instance with an attribute that they need', why: 'The agent registers its features as attributes: an old one lacks some. With awsvpc, an instance only fits subnets of its own zone.', fix: 'renew the instances: a newer agent has the attribute; with awsvpc, have instances in the zones of the subnets' } },
    { when: /constraint|distinctInstance|memberOf/i, meaning: { id: 'ec2-placement-overconstrained', means: 'find no instance that their constraints allow', why: 'distinctInstance takes an instance for each task, and memberOf rules some out.', fix: 'loosen the placement constraints, or add instances that they allow' } },
    { when: /compute strategy/i, meaning: { id: 'td-fargate-not-declared', means: 'are not made for the capacity that they are started on', fix: 'set requiresCompatibilities, cpu, memory and networkMode for the launch type or capacity provider, or start them on the other one' } },
    { when: /insufficient|RESOURCE:(?:CPU|MEMORY)/i, meaning: { id: 'ec2-capacity-too-small', means: 'find no instance with as much CPU or memory left' } },
  ],
  otherwise: { id: 'ec2-capacity-too-small', means: 'find no instance that has room for them' },
};
