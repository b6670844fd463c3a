import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  new ecr.CfnPullThroughCacheRule(stack, 'Hub', {
    ecrRepositoryPrefix: 'hub',
    upstreamRegistryUrl: 'registry-1.docker.io',
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const repository = ecr.Repository.fromRepositoryName(stack, 'Nginx', 'hub/library/nginx');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.27') });
  repository.grant(taskDefinition.obtainExecutionRole(), 'ecr:BatchImportUpstreamImage', 'ecr:CreateRepository');
};

export const plain: Fix = ({ stack }) => {
  new ecr.CfnPullThroughCacheRule(stack, 'Hub', {
    ecrRepositoryPrefix: 'hub',
    upstreamRegistryUrl: 'registry-1.docker.io',
    credentialArn: `arn:aws:secretsmanager:${stack.region}:${stack.account}:secret:ecr-pullthroughcache/hub-AbCdEf`,
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const repository = ecr.Repository.fromRepositoryName(stack, 'Nginx', 'hub/library/nginx');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.27') });
  repository.grant(taskDefinition.obtainExecutionRole(), 'ecr:BatchImportUpstreamImage', 'ecr:CreateRepository');
};
