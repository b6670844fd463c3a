import * as ecs from 'aws-cdk-lib/aws-ecs';
import { refusePatterns } from './of-patterns';
import type { ServiceProps } from './service-props';
import type { TaskProps } from './task-props';
import { checkKind } from '../checks/check-kind';
import { checkImportedName, checkRepositoryName } from '../checks/imported-names';
import { readProps } from '../checks/read-props';
import type { Kind } from '../checks/shapes';
import { refuse } from '../gotchas/enforce';

const EXAMPLE = "ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27')";

/** The kind of the capacity of a service on Fargate. */
export const FARGATE_MIX: Kind = { member: '_strategy', words: 'a FargateMix: FargateMix.withSpot({ onDemandBase: 2 })' };
/** The kind of the capacity of a service on instances. */
export const EC2_CAPACITY: Kind = { member: 'strategy', words: "an Ec2Capacity: new Ec2Capacity(this, 'Capacity', { cluster, instanceType })" };

/** The properties of a task as they are used. Throws for one of a wrong kind, which the types rule out except in JavaScript. */
export function readTaskProps<P extends TaskProps & { readonly size?: object; readonly networkMode?: ecs.NetworkMode }>(at: string, props: P): P {
  refusePatterns(at, props ?? {});
  const read = readProps(at, props, ['cluster', 'image']);
  checkImage(at, 'image', read.image);
  read.sidecars?.forEach((sidecar, index) => {
    const { image } = readProps(at, sidecar, ['containerName', 'image'], `sidecars[${index}]`);
    checkImage(at, `sidecars[${index}].image`, image);
  });
  if (read.securityGroups?.length === 0 && (read.networkMode ?? ecs.NetworkMode.AWS_VPC) === ecs.NetworkMode.AWS_VPC) {
    refuse({
      headline: 'securityGroups is empty, and the tasks would be in the default security group of the VPC',
      at,
      property: 'securityGroups',
      fix: 'leave securityGroups out for a group of its own, or name a group',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
    });
  }
  checkKind(at, 'cluster', read.cluster, 'clusterArn', 'an ecs.ICluster: new ecs.Cluster(this, \'Cluster\', { vpc })');
  checkImportedName(at, 'cluster', read.cluster.clusterName, "ecs.Cluster.fromClusterAttributes(this, 'Cluster', { clusterName: 'NAME', vpc })");
  checkImportedName(at, 'logging.logGroup', read.logging?.logGroup?.logGroupName, "logs.LogGroup.fromLogGroupName(this, 'Logs', 'NAME')");
  checkKind(at, 'size', read.size, 'cpu', 'a FargateSize: FargateSize.of(512, 1024)');
  checkKind(at, 'taskRoles', read.taskRoles, '_runs', 'a TaskRoleBundle');
  return read;
}

function checkImage(at: string, property: string, image: ecs.ContainerImage | undefined): void {
  checkKind(at, property, image, 'bind', `an ecs.ContainerImage: ${EXAMPLE}`);
  const { imageName, repository } = (image ?? {}) as { readonly imageName?: string; readonly repository?: { readonly repositoryName?: string } };
  checkRepositoryName(at, property, repository?.repositoryName);
  if (imageName !== '') return;
  refuse({ headline: `${property} has an empty name`, at, property, fix: `name the image: ${EXAMPLE}` });
}

/** The properties of a service as they are used. Throws for one of a wrong kind, which the types rule out except in JavaScript. */
export function readServiceProps<P extends ServiceProps>(at: string, props: P & { readonly capacity?: object }, capacity = FARGATE_MIX): P {
  const read = readTaskProps(at, props);
  checkKind(at, 'capacity', read.capacity, capacity.member, capacity.words);
  checkKind(at, 'deployment', read.deployment, '_config', 'a Deployment: Deployment.rolling()');
  return read;
}
