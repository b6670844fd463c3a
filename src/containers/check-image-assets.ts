import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { ContainerPlan } from './container-plan';
import { checkAsset } from '../checks/assets';

/** Throws for images of containers that the CDK has to upload, in a stack that has no place for them. */
export function checkImageAssets(scope: Construct, id: string, containers: readonly ContainerPlan[]): void {
  const built = containers.find(({ options: { image } }) => image instanceof ecs.AssetImage);
  if (built) checkAsset(scope, id, `containers[${built.name}].image`, 'an image that the CDK uploads');
}
