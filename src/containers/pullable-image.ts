import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

const PRIVATE_ECR = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?:[:@](.+))?$/;

/**
 * The image, with the right to pull it.
 *
 * Named by its address, a private ECR repository is unknown to the CDK, and the execution role may not pull from it.
 */
export function pullable(scope: Construct, containerName: string, image: ecs.ContainerImage): ecs.ContainerImage {
  const address = image instanceof ecs.RepositoryImage ? (image as unknown as { readonly imageName: string }).imageName : undefined;
  const match = address && !Token.isUnresolved(address) ? PRIVATE_ECR.exec(address) : null;
  if (!match) return image;
  const [, account, region, repositoryName, tagOrDigest] = match;
  const repository = ecr.Repository.fromRepositoryAttributes(scope, `${containerName}.Repository`, {
    repositoryName,
    repositoryArn: `arn:${Stack.of(scope).partition}:ecr:${region}:${account}:repository/${repositoryName}`,
  });
  return ecs.ContainerImage.fromEcrRepository(repository, tagOrDigest);
}
