// @ts-check
'use strict';

const ecs = require('aws-cdk-lib/aws-ecs');
const { CloudMapDiscovery, CpuTargetScaling, FargateSize, FargateWebService, Ingress } = require('cdk-ecs-guardrails');

/**
 * A web service on the stack's listener, scaled on CPU and found by name.
 *
 * @param {import('../app').Platform} platform
 * @param {import('.').ServiceWish} wish
 * @param {Partial<import('cdk-ecs-guardrails').FargateWebServiceProps>} [shared]
 */
function scalableWebService({ stack, cluster, dnsNamespace, listener }, { name, environment, priority }, shared) {
  const service = new FargateWebService(stack, name, {
    cluster,
    size: FargateSize.of(256, 512),
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    containerPort: 80,
    environment,
    ingress: Ingress.existingListener({ listener, priority, pathPatterns: [`/${name}/*`] }),
    ...shared,
  });
  new CpuTargetScaling(stack, `${name}Scaling`, { service, targetUtilizationPercent: 70, minCapacity: 2, maxCapacity: 10 });
  new CloudMapDiscovery(stack, `${name}Discovery`, { service, dnsNamespace, name });
}

module.exports = { scalableWebService };
