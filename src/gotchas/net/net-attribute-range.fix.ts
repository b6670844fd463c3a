import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  new elbv2.CfnTargetGroup(stack, 'Targets', {
    vpcId: vpc.vpcId,
    targetType: 'ip',
    port: 80,
    protocol: 'HTTP',
    targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '7200' }],
  });
};

export const plain: Fix = ({ stack, vpc }) => {
  new elbv2.CfnTargetGroup(stack, 'Targets', {
    vpcId: vpc.vpcId,
    targetType: 'ip',
    port: 80,
    protocol: 'HTTP',
    targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '3600' }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    deregistrationDelay: Duration.hours(1),
    ingress: Ingress.publicHttp(),
  });
};
