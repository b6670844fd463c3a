/** A folder of `src`. */
interface Folder {
  readonly purpose: string;
  /** Folders, or files, that it may import. It must not import others. */
  readonly mayImport: readonly string[];
}

/** The folders of `src`, from the ground up. Lint enforces their arrows, and `ARCHITECTURE.md` shows them. */
export const ARROWS: Readonly<Record<string, Folder>> = {
  'facts': {
    purpose: 'plain model of tasks, services, load balancers, networks and so on: a value, or the reason why it is unknown',
    mayImport: [],
  },
  'text': {
    purpose: 'functions on text that know nothing of ECS',
    mayImport: [],
  },
  'timing': {
    purpose: 'model of how long a deployment takes',
    mayImport: ['facts'],
  },
  'simulation': {
    purpose: 'simulator of ECS service auto scaling over a load',
    mayImport: ['facts'],
  },
  'cloudformation': {
    purpose: 'evaluator of templates: intrinsic functions, conditions, loops, parameters, variants; knows nothing of ECS',
    mayImport: ['facts/fact.ts'],
  },
  'readers': {
    purpose: 'readers that turn resources of templates into facts',
    mayImport: ['cloudformation', 'facts'],
  },
  'gotchas': {
    purpose: 'the catalogue: one file for each gotcha, with its cases and snippets beside it; evaluation and messages',
    mayImport: ['facts', 'text'],
  },
  'examination': {
    purpose: 'checks of all subjects of an app for gotchas, in all variants of its parameters',
    mayImport: ['cloudformation', 'facts', 'gotchas', 'readers'],
  },
  'rules': {
    purpose: '`EcsGuardrails`, the validation plugin of the CDK',
    mayImport: ['cloudformation', 'examination', 'gotchas', 'text'],
  },
  'checks': {
    purpose: 'checks of plain arguments: ranges, names, durations',
    mayImport: ['facts', 'gotchas'],
  },
  'workload': {
    purpose: 'interfaces through which parts see a service',
    mayImport: [],
  },
  'tasks': {
    purpose: 'task definitions as parts attach to them: their platform, and permissions that are there before the first task',
    mayImport: ['gotchas', 'workload'],
  },
  'deployment': {
    purpose: 'rolling, blue/green, linear, canary, CodeDeploy; alarms, hooks, test traffic',
    mayImport: ['checks', 'facts', 'gotchas', 'workload'],
  },
  'permissions': {
    purpose: 'task role, execution role, and the record of which container needs what',
    mayImport: ['checks', 'facts', 'gotchas'],
  },
  'capacity': {
    purpose: 'Fargate Spot, and EC2 instances for a cluster',
    mayImport: ['checks', 'facts', 'gotchas', 'rules/self-check.ts'],
  },
  'containers': {
    purpose: 'containers, sidecars, Fargate sizes, log drivers',
    mayImport: ['checks', 'facts', 'gotchas', 'permissions'],
  },
  'connect': {
    purpose: 'calls between services: addresses, security groups, start order',
    mayImport: ['checks', 'facts', 'gotchas', 'workload'],
  },
  'ingress': {
    purpose: 'ways for requests to reach a web service: load balancers, listener rules, target groups, sign-in',
    mayImport: ['checks', 'connect', 'deployment', 'facts', 'gotchas', 'rules/self-check.ts'],
  },
  'scaling': {
    purpose: 'scaling policies, and the range that the policies of a service share',
    mayImport: ['checks', 'facts', 'gotchas', 'workload'],
  },
  'discovery': {
    purpose: 'Cloud Map and Service Connect',
    mayImport: ['checks', 'connect', 'deployment', 'facts', 'gotchas', 'rules/self-check.ts', 'workload'],
  },
  'services': {
    purpose: 'the services: thin classes over one hidden base, and the capacity that runs their tasks',
    mayImport: ['capacity', 'checks', 'connect', 'containers', 'deployment', 'facts', 'gotchas', 'ingress', 'permissions', 'rules/self-check.ts', 'tasks', 'workload'],
  },
  'attached-ingress': {
    purpose: 'ways in that attach to any service: Network Load Balancer, HTTP API, VPC Lattice, additional target groups',
    mayImport: ['checks', 'connect', 'deployment', 'facts', 'gotchas', 'ingress', 'rules/self-check.ts', 'workload'],
  },
  'jobs': {
    purpose: 'tasks that run once: on a schedule, for an event, before a deployment, by a command',
    mayImport: ['capacity', 'checks', 'containers', 'deployment', 'facts', 'gotchas', 'permissions', 'queues', 'rules/self-check.ts', 'services', 'workload'],
  },
  'storage': {
    purpose: 'volumes of tasks: EFS, EBS, S3 Files, scratch space, directories of instances',
    mayImport: ['checks', 'facts', 'gotchas', 'tasks', 'workload'],
  },
  'sidecars': {
    purpose: 'containers beside those of the application: log router, collectors, agents',
    mayImport: ['checks', 'containers', 'facts', 'gotchas', 'storage', 'tasks', 'workload'],
  },
  'exec': {
    purpose: 'ECS Exec: who opens sessions in which containers, and where they are recorded',
    mayImport: ['checks', 'facts', 'gotchas', 'permissions', 'storage', 'tasks', 'workload'],
  },
  'queues': {
    purpose: 'queues that services work through, topics that they publish to, subscriptions',
    mayImport: ['checks', 'facts', 'gotchas', 'workload'],
  },
  'cli': {
    purpose: 'the command line: `check`, `doctor`, `gotchas`, `mcp`; only `cli/collect` calls AWS',
    mayImport: ['cloudformation', 'examination', 'facts', 'gotchas', 'readers', 'rules/settings.ts', 'text', 'timing'],
  },
};
