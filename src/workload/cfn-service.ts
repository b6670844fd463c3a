import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** The resource of a service. */
export function cfnServiceOf(service: ecs.BaseService): ecs.CfnService {
  return service.node.findChild('Service') as ecs.CfnService;
}
