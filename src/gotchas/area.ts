/** Areas of the catalogue by the first word of an id. */
export const AREAS: Readonly<Record<string, string>> = {
  cost: 'Cost',
  dep: 'Start order and health of containers',
  dpl: 'Deployments',
  ec2: 'Instances and capacity providers',
  exp: 'Express Mode',
  gw: 'ECS Gateway',
  iam: 'Roles and permissions',
  job: 'Jobs',
  log: 'Logs',
  net: 'Networks and load balancers',
  obs: 'Observability',
  ops: 'Operations',
  que: 'Queues and topics',
  sc: 'Service Connect',
  scl: 'Scaling',
  sd: 'Service discovery',
  sec: 'Security',
  sto: 'Storage',
  td: 'Task definitions',
};

/** The area of an id, which is its first word. */
export function areaOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}
