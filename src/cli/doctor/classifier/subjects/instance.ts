import type { Meaning, Subject } from '../meaning';

/** A fault of the instance: the same task starts on another one. */
const OF_INSTANCE: Omit<Meaning, 'means' | 'fix'> = { id: 'ops-unknown-stop', why: 'No container ran, so there is no log. The fault is on the instance: another one may start the same task.' };
const RESTART = 'restart Docker on the instance and then the agent, or replace the instance';

/** Docker on a container instance, before it is asked for anything else. */
export const DOCKER: Subject = {
  is: /error during connect|cannot connect to the docker daemon|is the docker daemon running/i,
  causes: [],
  otherwise: { ...OF_INSTANCE, means: 'find no Docker that answers on their instance', fix: `${RESTART}; see that memory and disk are left for Docker` },
};

/** A clock that is wrong, or credentials that are too old: AWS refuses the signature whatever the role allows. */
export const CLOCK: Subject = {
  is: /signature (?:expired|not yet current)|authorization token has expired|request ?expired|time ?too ?skewed|expired ?token|security token included in the request is expired/i,
  causes: [],
  otherwise: {
    id: 'ops-unknown-stop',
    means: 'sign their calls with a clock that is wrong or credentials that have expired',
    why: 'AWS refuses a signature that is more than some minutes old, whatever the role allows.',
    fix: 'set the clock of the instance by Amazon Time Sync (chronyd with 169.254.169.123), and restart the agent, which renews its credentials',
  },
};

/** Work of the agent for a task on a container instance. */
export const AGENT: readonly Subject[] = [
  {
    is: /cgroup/i,
    causes: [
      { when: /memory limit\s?\(\d+\) greater than/i, meaning: { id: 'td-containers-exceed-task', means: 'have a container with a higher memory limit than their task', fix: 'lower memory of the container, or raise memory of the task' } },
      { when: /setting cgroup config .*(?:memory|resource busy)/i, meaning: { ...OF_INSTANCE, means: 'have a memory limit that is too low to start a container', why: 'No container ran, so there is no log.', fix: 'raise memory of the container: Docker takes 6 MiB at least, and most programs need more to start' } },
    ],
    otherwise: {
      ...OF_INSTANCE,
      means: 'can\'t be limited in CPU and memory on their instance',
      fix: 'replace the instance by one of a newer ECS-optimized AMI, whose kernel, Docker and agent agree on the version of cgroups',
    },
  },
  {
    is: /final child's pid|message bus|init-p\b/i,
    causes: [],
    otherwise: { ...OF_INSTANCE, means: 'can\'t be started by the container runtime of their instance', fix: 'replace the instance by one of a newer ECS-optimized AMI; if it happens under load, leave more memory and processes on the instance' },
  },
  {
    is: /ContainerNetworkingError|network namespace|cni (?:setup|plugin)|pause container/i,
    causes: [],
    otherwise: { ...OF_INSTANCE, means: 'get no network on their instance', fix: 'replace the instance, by one of a newer ECS-optimized AMI; /var/log/ecs/ecs-cni-*.log and ecs-agent.log on the instance have the reason' },
  },
  {
    is: /no container matching saved id|container not found: |no such container/i,
    causes: [],
    otherwise: {
      ...OF_INSTANCE,
      means: 'lost a container that something else than the agent removed on their instance',
      why: 'The agent knows its containers by their ids: a container that is removed behind its back ends its task.',
      fix: 'find what removed the container: docker rm or docker system prune, by a script or by hand, and let the agent alone clean up',
    },
  },
  {
    is: /ImpossibleStateTransition|could not progress task's state/i,
    causes: [],
    otherwise: { ...OF_INSTANCE, means: 'can\'t be started or stopped on their instance', fix: `${RESTART}: Docker does not do what the agent asks for` },
  },
  {
    is: /volume .*(?:does not exist and autoprovision|does not match existing volume|could not be autoprovisioned)|VolumeError/i,
    causes: [
      { when: /does not exist and autoprovision/i, meaning: { ...OF_INSTANCE, means: 'have a Docker volume that their instance does not have', fix: 'set autoprovision of the volume, or create it on each instance with docker volume create' } },
      { when: /does not match existing/i, meaning: { ...OF_INSTANCE, means: 'have a Docker volume that is on their instance with other labels or options', fix: 'set labels and driverOpts as the volume on the instance has them, name another volume, or remove the old one with docker volume rm' } },
    ],
    otherwise: { ...OF_INSTANCE, means: 'have a volume that the agent can\'t create', fix: 'correct driver, driverOpts and autoprovision of the volume; /var/log/ecs/ecs-agent.log on the instance has the reason' },
  },
];
