import { Duration } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, loadBalancer }) => {
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
  });
};

export const plain: Fix = ({ service, loadBalancer }) => {
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
    deregistrationDelay: Duration.seconds(30),
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deregistrationDelay: Duration.seconds(60),
  });
};
