import * as ecs from 'aws-cdk-lib/aws-ecs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { OtelCollector, OtelPipeline } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition, logging }) => {
  const config = new StringParameter(stack, 'Config', { stringValue: 'receivers: {}' });
  taskDefinition.addContainer('collector', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3'),
    essential: false,
    environment: { AOT_CONFIG_CONTENT: config.parameterName },
    logging,
  });
};

export const plain: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addContainer('collector', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3'),
    essential: false,
    command: ['--config=/etc/ecs/ecs-default-config.yaml'],
    logging,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new OtelCollector(stack, 'Collector', { task: web, pipelines: [OtelPipeline.xray()] });
};
