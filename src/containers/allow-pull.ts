import * as ecr from 'aws-cdk-lib/aws-ecr';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, Stack } from 'aws-cdk-lib/core';

/** Account, region and repository in the address of an image: also by FIPS and dual-stack names, and with a tag that is a token. */
const PRIVATE_ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z.]+\/([a-z0-9._/-]+)(?=[:@]|$)/;

/** Named by its address, a private ECR repository is unknown to the CDK, and the execution role may not pull from it. */
export function allowPull(task: ecs.TaskDefinition, container: ecs.ContainerDefinition): void {
  const [, account, region, repositoryName] = PRIVATE_ECR.exec(container.imageName) ?? [];
  if (repositoryName === undefined) return;
  const repository = ecr.Repository.fromRepositoryAttributes(task, `${container.containerName}.Repository`, {
    repositoryName,
    repositoryArn: `arn:${Stack.of(task).partition}:ecr:${region}:${account}:repository/${repositoryName}`,
  });
  repository.grantPull(task.obtainExecutionRole());
  // What it warns of is done.
  Annotations.of(container).acknowledgeWarning('@aws-cdk/aws-ecs:ecrImageRequiresPolicy');
}
