import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { primary } from '../../collect/service-state';
import type { Deployment, ServiceDeployment } from '../../collect/shapes';

/** Statuses of a service deployment that goes on. */
const UNDER_WAY: readonly (string | undefined)[] = ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];

// The two records of one deployment are created one after the other.
const APART_MS = 60_000;

/** The deployment that a watch follows: the one that was under way when it began, else the next one. */
export class WatchedDeployment {
  private first?: ServiceNow;
  private service?: ServiceDeployment;

  /** As the service was when the watch began. */
  public get before(): ServiceNow | undefined {
    return this.first;
  }

  /** The deployment among those of `DescribeServices`. */
  public get deployment(): Deployment | undefined {
    return this.first && primary(this.first.service);
  }

  /** ARN of the deployment among the service deployments; `undefined` where none is of its time, or none is read. */
  public get arn(): string | undefined {
    return this.service?.serviceDeploymentArn;
  }

  /** Takes in the newest reading. */
  public see(now: ServiceNow): void {
    if (!this.first || (this.isComplete() && primary(now.service)?.id !== this.deployment?.id)) {
      this.first = now;
      this.service = undefined;
    }
    this.service ??= serviceDeploymentOf(now, this.deployment);
  }

  // What was complete can't be superseded: a deployment that begins after it is the one to follow.
  private isComplete(): boolean {
    return this.deployment?.rolloutState === 'COMPLETED' && !isUnderWay(this.service);
  }
}

export function isUnderWay(deployment: ServiceDeployment | undefined): boolean {
  return UNDER_WAY.includes(deployment?.status);
}

/** The service deployment of a deployment: their ids have nothing in common, so their times decide. */
function serviceDeploymentOf({ deployments }: ServiceNow, watched: Deployment | undefined): ServiceDeployment | undefined {
  if (deployments instanceof Unknown) return undefined;
  const apart = ({ createdAt }: ServiceDeployment): number => Math.abs(Number(createdAt ?? NaN) - Number(watched?.createdAt ?? NaN));
  const [closest] = deployments.filter((one) => apart(one) <= APART_MS).sort((one, other) => apart(one) - apart(other));
  // A rollback has a deployment of its own in the service, and none among the service deployments.
  return closest ?? deployments.slice(0, 1).find(isUnderWay);
}
