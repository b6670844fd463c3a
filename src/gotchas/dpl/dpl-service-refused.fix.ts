import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Tags } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';
import { FargateWorkerService } from '../../index';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const mailer = new ecs.FargateService(stack, 'Mailer', { cluster, taskDefinition });
  Tags.of(mailer).add('aws:team', 'shop');
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const mailer = new ecs.FargateService(stack, 'Mailer', { cluster, taskDefinition });
  Tags.of(mailer).add('team', 'shop');
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const mailer = new FargateWorkerService(stack, 'Mailer', { cluster, image });
  Tags.of(mailer).add('team', 'shop');
};
