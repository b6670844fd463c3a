import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, OtelCollector, OtelPipeline } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, telemetryImage, logging }) => {
  taskDefinition.addContainer('collector', {
    image: telemetryImage,
    command: ['--config=/etc/ecs/ecs-default-config.yaml'],
    essential: false,
    logging,
  });
};

export const plain: Fix = ({ taskDefinition, telemetryImage, logging }) => {
  taskDefinition.addContainer('collector', {
    image: telemetryImage,
    command: ['--config=/etc/ecs/ecs-default-config.yaml'],
    essential: false,
    logging,
  });
  const policy = iam.ManagedPolicy.fromAwsManagedPolicyName('AWSXRayDaemonWriteAccess');
  taskDefinition.taskRole.addManagedPolicy(policy);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.xray()] });
};
