import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** Log configurations of containers that log through a router since, by container. */
const BEFORE_ROUTER = new WeakMap<ecs.ContainerDefinition, ecs.LogDriverConfig | undefined>();

/** Sends the logs of a container through a router, in place of the driver that it had. */
export function routeLogs(container: ecs.ContainerDefinition, config: ecs.LogDriverConfig): void {
  BEFORE_ROUTER.set(container, container.logDriverConfig);
  // The CDK has no method for it, and renders the container at synthesis.
  (container as { logDriverConfig?: ecs.LogDriverConfig }).logDriverConfig = config;
}

/** The log configuration of a container, or the one that it had before a router: whichever part is defined first, others read the same. */
export function configBeforeRouter(container: ecs.ContainerDefinition): ecs.LogDriverConfig | undefined {
  return BEFORE_ROUTER.get(container) ?? container.logDriverConfig;
}
