import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { TrafficShift } from './deployment-config';

/** Traffic shift of the deployments of a service. */
const KNOWN = new WeakMap<ecs.BaseService, ServiceTraffic>();

/** How deployments move the traffic of a service, as the parts that bring the traffic find out: they are made after it. */
export class ServiceTraffic {
  /** Says it of a service of ours, with all that a deployment can be given. */
  public static declare(service: ecs.BaseService, shift: TrafficShift): void {
    KNOWN.set(service, new ServiceTraffic(shift));
  }

  /** The same for every part of the service. Of one made without this library, the strategy is all that is known. */
  public static of(service: ecs.BaseService): ServiceTraffic {
    const traffic = KNOWN.get(service) ?? new ServiceTraffic(strategyOf(service) === 'ROLLING' ? undefined : {});
    KNOWN.set(service, traffic);
    return traffic;
  }

  private moved = false;
  private tested = false;

  private constructor(/** A rolling deployment, and one of CodeDeploy, has none. */ public readonly shift?: TrafficShift) {}

  /** Whether anything brings traffic that ECS can move. */
  public get isMoved(): boolean {
    return this.moved;
  }

  /** Whether anything brings the test traffic. */
  public get isTested(): boolean {
    return this.tested;
  }

  /** Says that a part brings traffic, and whether it tells test traffic from the real one. */
  public bring({ tested = false }: { readonly tested?: boolean } = {}): void {
    this.moved = true;
    this.tested ||= tested;
  }
}

/** How ECS's own controller replaces the tasks. */
function strategyOf(service: ecs.BaseService): string {
  const { deploymentConfiguration, deploymentController } = service.node.findChild('Service') as ecs.CfnService;
  const { strategy = 'ROLLING' } = (deploymentConfiguration ?? {}) as ecs.CfnService.DeploymentConfigurationProperty;
  const { type = 'ECS' } = (deploymentController ?? {}) as ecs.CfnService.DeploymentControllerProperty;
  return type === 'ECS' ? strategy : 'ROLLING';
}
