import type { ServiceProps } from './service-props';
import type { TaskProps } from './task-props';
import { readProps } from '../checks/read-props';
import { refuse } from '../gotchas/enforce';

/** The properties of a task as they are used. Throws for one of a wrong kind, which the types rule out except in JavaScript. */
export function readTaskProps<P extends TaskProps>(at: string, props: P): P {
  const read = readProps(at, props, ['cluster', 'image']);
  checkKind(at, 'image', read.image, 'bind', "an ecs.ContainerImage: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27')");
  read.sidecars?.forEach(({ image }, index) => checkKind(at, `sidecars[${index}].image`, image, 'bind', 'an ecs.ContainerImage'));
  checkKind(at, 'cluster', read.cluster, 'clusterArn', 'an ecs.ICluster: new ecs.Cluster(this, \'Cluster\', { vpc })');
  checkKind(at, 'taskRoles', read.taskRoles, '_runs', 'a TaskRoleBundle');
  return read;
}

/** The properties of a service as they are used. Throws for one of a wrong kind, which the types rule out except in JavaScript. */
export function readServiceProps<P extends ServiceProps>(at: string, props: P): P {
  const read = readTaskProps(at, props);
  checkKind(at, 'deployment', read.deployment, '_config', 'a Deployment: Deployment.rolling()');
  return read;
}

/** Throws unless a value is left out or has the member by which a class of it is known. */
export function checkKind(at: string, property: string, value: unknown, member: string, kind: string): void {
  if (value === undefined || (typeof value === 'object' && value !== null && member in value)) return;
  refuse({
    headline: `${property} is ${typeof value === 'string' ? `'${value}'` : `of the type ${typeof value}`}, it must be ${kind.split(':')[0]}`,
    at,
    property,
    fix: `pass ${kind}`,
  });
}
