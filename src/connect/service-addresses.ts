import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** Ways to reach a service, the better ones first. */
export const KINDS = ['service-connect', 'cloud-map', 'load-balancer'] as const;

/** A name that a service can be called by, and what to open for a caller. */
export interface ServiceAddress {
  readonly kind: typeof KINDS[number];
  readonly name: string;
  readonly hostName: string;
  readonly port: number;
  readonly scheme: string;
  /** The port that callers arrive at, where it isn't the one that they call. */
  readonly entrance: ec2.Port;
  /** Security groups that must allow callers: those of the tasks, or of their load balancer; `undefined`: an address on the internet. */
  readonly gatekeeper?: ec2.IConnectable;
  /** The Service Connect namespace that callers have to be in. */
  readonly namespace?: string;
}

/** Addresses at which other services can call a service. */
const ANNOUNCED = new WeakMap<ecs.BaseService, ServiceAddress[]>();

/** Registers an address that other services can use. */
export function publishAddress(service: ecs.BaseService, announcement: ServiceAddress): void {
  ANNOUNCED.set(service, [...addressesOf(service), announcement]);
}

export function addressesOf(service: ecs.BaseService): readonly ServiceAddress[] {
  return ANNOUNCED.get(service) ?? [];
}
