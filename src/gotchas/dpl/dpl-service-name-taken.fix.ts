import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';
import { FargateWorkerService } from '../../index';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Mailer', { cluster, taskDefinition, serviceName: 'worker' });
  new ecs.FargateService(stack, 'Indexer', { cluster, taskDefinition, serviceName: 'worker' });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Mailer', { cluster, taskDefinition, serviceName: 'mailer' });
  new ecs.FargateService(stack, 'Indexer', { cluster, taskDefinition, serviceName: 'indexer' });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Mailer', { cluster, image });
  new FargateWorkerService(stack, 'Indexer', { cluster, image });
};
