import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { TrafficShift } from './deployment-config';
import { cfnServiceOf } from '../workload/cfn-service';

/** Traffic shift of the deployments of a service. */
const KNOWN = new WeakMap<ecs.BaseService, ServiceTraffic>();

/** Shift of a service's traffic by deployments, for the parts that route traffic and are created after the service. */
export class ServiceTraffic {
  /** Records the shift of a service of this library, with every setting of its deployment. */
  public static declare(service: ecs.BaseService, shift: TrafficShift): void {
    KNOWN.set(service, new ServiceTraffic(shift));
  }

  /** Returns one object for all parts of a service. For a service of another library, only the strategy is known. */
  public static of(service: ecs.BaseService): ServiceTraffic {
    const traffic = KNOWN.get(service) ?? new ServiceTraffic(strategyOf(service) === 'ROLLING' ? undefined : {});
    KNOWN.set(service, traffic);
    return traffic;
  }

  private moved = false;
  private tested = false;

  private constructor(/** A rolling deployment, and one of CodeDeploy, has none. */ public readonly shift?: TrafficShift) {}

  /** True if a part routes traffic that ECS can move. */
  public get isMoved(): boolean {
    return this.moved;
  }

  /** True if a part routes the test traffic. */
  public get isTested(): boolean {
    return this.tested;
  }

  /** Records that a part routes traffic, and if it distinguishes test traffic. */
  public bring({ tested = false }: { readonly tested?: boolean } = {}): void {
    this.moved = true;
    this.tested ||= tested;
  }
}

/** Deployment strategy of ECS's own controller. */
function strategyOf(service: ecs.BaseService): string {
  const { deploymentConfiguration, deploymentController } = cfnServiceOf(service);
  const { strategy = 'ROLLING' } = (deploymentConfiguration ?? {}) as ecs.CfnService.DeploymentConfigurationProperty;
  const { type = 'ECS' } = (deploymentController ?? {}) as ecs.CfnService.DeploymentControllerProperty;
  return type === 'ECS' ? strategy : 'ROLLING';
}
