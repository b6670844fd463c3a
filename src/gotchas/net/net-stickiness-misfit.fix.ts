import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ loadBalancer, service }) => {
  const targetGroup = loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    port: 80,
    targets: [service],
  });
  targetGroup.setAttribute('stickiness.enabled', 'true');
  targetGroup.setAttribute('stickiness.type', 'source_ip');
};

export const plain: Fix = ({ loadBalancer, service }) => {
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    port: 80,
    targets: [service],
    stickinessCookieDuration: Duration.hours(1),
    stickinessCookieName: 'session',
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp({ stickinessCookieDuration: Duration.hours(1), stickinessCookieName: 'session' }),
  });
};
