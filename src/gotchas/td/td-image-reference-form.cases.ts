import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const HASH = 'ab01'.repeat(16);

function image(stack: Stack, Image: unknown): void {
  fargateTask(stack, {}, { Image });
}

export const cases: readonly GotchaCase[] = [
  ...[
    'ghcr.io/MyOrg/orders:1', 'MyOrg/orders:1', 'Nginx', 'https://public.ecr.aws/nginx/nginx:1.27', 'docker://nginx', 'nginx :1.27', 'nginx:', 'nginx:1.27+build', 'nginx@sha256:ab12',
    `nginx@sha256:${HASH.toUpperCase()}`, 'nginx@sha256', 'public.ecr.aws/nginx:1.27', '111122223333.ecr.eu-west-1.amazonaws.com/shop:1',
    '11112222333.dkr.ecr.eu-west-1.amazonaws.com/shop:1', 'arn:aws:ecr:eu-west-1:111122223333:repository/shop', 'shop/-api:1', 'shop//api:1', '${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/shop:1', 'nginx:${Tag}', '/shop:1', `shop:${'a'.repeat(129)}`, 'localhost/Shop',
  ].map((text): GotchaCase => ({ name: `"${text}"`, caught: true, app: (stack) => image(stack, text) })),
  ...[
    'nginx', 'nginx:1.27', 'library/nginx', 'ghcr.io/my-org/orders_api.x:Release-1.2', 'localhost:5000/shop', 'localhost/shop', `shop:${'a'.repeat(128)}`, `shop@sha512:${HASH}${HASH}`, 'registry.example.com:5000/a/b__c:v1', `nginx:1.27@sha256:${HASH}`,
    'public.ecr.aws/docker/library/nginx:1', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1', '111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/shop:1',
    '111122223333.dkr-ecr.eu-west-1.on.aws/shop:1', '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api:1', 'mcr.microsoft.com/windows/servercore:ltsc2022',
  ].map((text): GotchaCase => ({ name: `"${text}"`, caught: false, app: (stack) => image(stack, text) })),
  {
    name: 'the deployment adds account and region',
    caught: true,
    app: (stack) => image(stack, { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/Shop/Api:1' }),
  },
  {
    name: 'the account is no number',
    caught: true,
    consequence: 'risk',
    app: (stack) => image(stack, 'production.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1'),
  },
  {
    name: 'the account is no number, and the deployment adds the region',
    caught: true,
    consequence: 'risk',
    app: (stack) => image(stack, { 'Fn::Join': ['', ['production.dkr.ecr.', parameter(stack), '.amazonaws.com/shop/api:1']] }),
  },
  {
    name: 'the digest is behind a repository of the app',
    caught: true,
    app: (stack) => {
      resource(stack, 'Images', 'AWS::ECR::Repository', {});
      image(stack, { 'Fn::Sub': '${Images.RepositoryUri}@sha256:ab12' });
    },
  },
  {
    name: 'the CDK writes the address of a repository',
    caught: false,
    app: (stack) => void new FargateTaskDefinition(stack, 'Task').addContainer('app', {
      image: ContainerImage.fromEcrRepository(new Repository(stack, 'Images'), 'v1'), memoryLimitMiB: 128,
    }),
  },
  ...['CONTAINER-IMAGE-PLACEHOLDER', 'ECR_REPO_URI:IMAGE_TAG', 'Dockerfile'].map((text): GotchaCase => (
    { name: `"${text}"`, caught: false, notChecked: true, app: (stack) => image(stack, text) })),
  { name: 'a parameter is the image', caught: false, notChecked: true, app: (stack) => image(stack, parameter(stack)) },
];
