import type { ServiceProps } from './service-props';
import type { TaskProps } from './task-props';
import { checkKind } from '../checks/check-kind';
import { readProps } from '../checks/read-props';

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
