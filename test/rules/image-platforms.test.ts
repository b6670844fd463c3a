import { join } from 'node:path';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { NestedStack, Stack } from 'aws-cdk-lib/core';
import { findingsOf, testApp } from './report-of';
import { EcsGuardrails } from '../../src/rules/ecs-guardrails';
import { check } from '../cli/support/checked';
import { folderWith } from '../cli/support/files';

process.env.CDK_VALIDATION = 'false';

const AREAS = { areas: ['td'] };
const BUILT = folderWith({ Dockerfile: 'FROM scratch' });

function withImages(platform?: Platform) {
  const app = testApp();
  const shop = new Stack(app, 'Shop');
  for (const scope of [shop, new NestedStack(shop, 'Inner')]) {
    new FargateTaskDefinition(scope, 'Task').addContainer('app', { image: ContainerImage.fromAsset(BUILT, { platform }) });
  }
  return app;
}

test('the rule pack compares the platform of an asset image with that of the task, in nested stacks too', () => {
  const app = withImages(Platform.LINUX_ARM64);
  EcsGuardrails.applyTo(app, AREAS);
  expect(findingsOf(app)).toEqual(['Shop/Inner/Task/Resource: td-arch-mismatch', 'Shop/Task/Resource: td-arch-mismatch']);
});

test.each([['the platform of the task', Platform.LINUX_AMD64], ['no platform', undefined]])('the rule pack accepts an asset image for %s', (_, platform) => {
  const app = withImages(platform);
  EcsGuardrails.applyTo(app, AREAS);
  expect(findingsOf(app)).toEqual([]);
});

test('check reads the platform in an assembly, and beside a template', async () => {
  const { outdir } = withImages(Platform.LINUX_ARM64);
  const { directory } = withImages(Platform.LINUX_ARM64).synth();
  for (const named of [directory, join(directory, 'Shop.template.json')]) {
    const { findings } = await check(outdir, named, '--areas', 'td');
    expect(findings).toMatchObject([1, 2].map(() => ({
      id: 'td-arch-mismatch', severity: 'error', detail: 'image (linux/arm64) is built for another platform than that of the task, linux/amd64',
    })));
  }
});

test('check reports that an image without a platform is for the machine that builds it', async () => {
  const { directory } = withImages().synth();
  const { findings, notChecked } = await check(directory, '.', '--areas', 'td');
  expect(findings).toEqual([]);
  expect(notChecked).toMatchObject([1, 2].map(() => ({
    id: 'td-arch-mismatch', reason: 'no platform is set for the image, so it is for the machine that builds it',
  })));
});

test('check does not guess the platform of an asset image whose manifest is elsewhere', async () => {
  const image = `111122223333.dkr.ecr.eu-west-1.amazonaws.com/cdk-assets:${'a1'.repeat(32)}`;
  const Properties = { RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc', Cpu: '256', Memory: '512', ContainerDefinitions: [{ Name: 'app', Image: image }] };
  const { notChecked } = await check(folderWith({ 'a.json': { Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties } } } }), 'a.json', '--areas', 'td');
  expect(notChecked).toMatchObject([{ id: 'td-arch-mismatch', reason: expect.stringContaining('is not beside the template') as unknown }]);
});
