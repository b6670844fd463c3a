import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** Ways to reach a service, the better ones first. */
export const KINDS = ['service-connect', 'cloud-map', 'load-balancer'] as const;

/** A name that a service can be called by, and what to open for a caller. */
export interface Announcement {
  readonly kind: typeof KINDS[number];
  readonly name: string;
  readonly hostName: string;
  readonly port: number;
  readonly scheme: string;
  /** The port that callers arrive at, where it isn't the one that they call. */
  readonly entrance: ec2.Port;
  /** Who has to let callers in: the tasks, or their load balancer; `undefined`: it is on the internet, and so are callers by then. */
  readonly letsIn?: ec2.IConnectable;
  /** The Service Connect namespace that callers have to be in. */
  readonly namespace?: string;
}

const ANNOUNCED = new WeakMap<ecs.BaseService, Announcement[]>();

/** Tells callers to come of one more way to reach a service. */
export function announce(service: ecs.BaseService, announcement: Announcement): void {
  ANNOUNCED.set(service, [...announcedBy(service), announcement]);
}

export function announcedBy(service: ecs.BaseService): readonly Announcement[] {
  return ANNOUNCED.get(service) ?? [];
}
