import { refuse } from '../gotchas/enforce';

/** Properties of services of aws-ecs and aws-ecs-patterns, and what they are here. */
const INSTEAD: Readonly<Record<string, string>> = {
  capacityProviderStrategies: 'use capacity: FargateMix.withSpot({ onDemandBase: 2 }), or the capacity of an Ec2WorkerService',
  circuitBreaker: 'use deployment: Deployment.rolling({ circuitBreaker: true }), which is the default',
  deploymentController: 'use deployment: Deployment.codeDeploy(), or leave it out for ECS',
  maxHealthyPercent: 'use deployment: Deployment.rolling({ maxHealthyPercent })',
  publicLoadBalancer: 'use ingress: Ingress.publicHttp() or Ingress.internalHttp()',
  taskDefinition: 'name the image here, or attach parts to the plain service: EcsWorkload.fromService(service)',
  taskImageOptions: 'write image, containerPort, environment and secrets beside the cluster',
};

/** Throws for a property of another library, which JavaScript would ignore without a word. */
export function refusePatterns(at: string, props: object): void {
  const found = Object.keys(INSTEAD).find((name) => (props as Readonly<Record<string, unknown>>)[name] !== undefined);
  if (found === undefined) return;
  refuse({ headline: `${found} is a property of services of the CDK, and not of this one`, at, property: found, fix: INSTEAD[found] });
}
