import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CloudWatchAgent } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addContainer('agent', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300072.0b1766'),
    essential: false,
    logging,
  });
};

export const plain: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addContainer('agent', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300072.0b1766'),
    essential: false,
    environment: { CW_CONFIG_CONTENT: JSON.stringify({ metrics: { metrics_collected: { statsd: {} } } }) },
    logging,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CloudWatchAgent(stack, 'Agent', { task: web, statsd: { namespace: 'Shop/Web' } });
};
