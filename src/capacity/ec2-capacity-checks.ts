import { Token } from 'aws-cdk-lib/core';
import type { Ec2CapacityProps } from './ec2-capacity';
import { isArm } from './ec2-capacity-place';
import { Ec2Purchase, type MixedInstancesOptions } from './ec2-purchase';
import { checkSeconds, checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html';
const MIXED_DOCS = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html';
const MOST_TYPES = 40;

/** Throws for props of a capacity that can't be right. Returns how its instances are bought. */
export function checkCapacity(at: string, props: Ec2CapacityProps): Ec2Purchase {
  const { minCapacity = 0, maxCapacity = 10 } = props;
  checkWholeNumber(at, 'minCapacity', minCapacity, { min: 0, max: 10000, unit: 'instances', docs: DOCS });
  checkWholeNumber(at, 'maxCapacity', maxCapacity, { min: 1, max: 10000, unit: 'instances', docs: DOCS });
  checkWholeNumber(at, 'targetCapacityPercent', props.targetCapacityPercent, { min: 1, max: 100, unit: 'percent', docs: DOCS });
  checkSeconds(at, 'instanceWarmupPeriod', props.instanceWarmupPeriod, { min: 0, max: 10000, docs: DOCS });
  if (!Token.isUnresolved(minCapacity) && !Token.isUnresolved(maxCapacity) && minCapacity > maxCapacity) {
    refuse({
      headline: `minCapacity is ${minCapacity}, more than maxCapacity, which is ${maxCapacity}`,
      at,
      property: 'minCapacity',
      fix: 'lower minCapacity or raise maxCapacity',
      docs: DOCS,
    });
  }
  const purchase = purchaseOf(at, props);
  if (purchase._mixed) checkMixed(at, purchase._mixed);
  return purchase;
}

function purchaseOf(at: string, { instanceType, purchase }: Ec2CapacityProps): Ec2Purchase {
  if (instanceType && purchase) {
    refuse({
      headline: `instanceType (${Token.isUnresolved(instanceType.toString()) ? 'a token' : instanceType.toString()}) is set beside purchase, which has instance types too`,
      at,
      property: 'instanceType',
      fix: 'leave out instanceType, and list it in the instanceTypes of purchase',
      docs: MIXED_DOCS,
    });
  }
  if (purchase) return purchase;
  if (instanceType) return Ec2Purchase.onDemand(instanceType);
  return refuse({
    headline: 'instanceType and purchase are not set, one of them must be',
    at,
    property: 'instanceType',
    fix: "set instanceType to new ec2.InstanceType('m7g.large'), or purchase to Ec2Purchase.mixed({ … })",
    docs: DOCS,
  });
}

function checkMixed(at: string, { onDemandBase, onDemandPercentAboveBase, instanceTypes }: MixedInstancesOptions): void {
  checkWholeNumber(at, 'purchase.onDemandBase', onDemandBase, { min: 0, max: 10000, unit: 'instances', docs: MIXED_DOCS });
  checkWholeNumber(at, 'purchase.onDemandPercentAboveBase', onDemandPercentAboveBase, { min: 0, max: 100, unit: 'percent', docs: MIXED_DOCS });
  const property = 'purchase.instanceTypes';
  const refuseTypes = (headline: string, fix: string) => refuse({ headline: `${property} ${headline}`, at, property, fix, docs: MIXED_DOCS });
  if (instanceTypes.length === 0) refuseTypes('is empty', 'list at least three instance types of one architecture');
  if (instanceTypes.length > MOST_TYPES) refuseTypes(`(${instanceTypes.length}) are more than the ${MOST_TYPES} of an Auto Scaling group`, `list at most ${MOST_TYPES}`);
  const known = instanceTypes.filter((type) => !Token.isUnresolved(type.toString()));
  const twice = known.find((type, index) => known.findIndex((other) => other.toString() === type.toString()) < index);
  if (twice) refuseTypes(`(${twice.toString()}) has one type twice`, 'list each type once');
  const other = known.find((type) => isArm(type) !== isArm(known[0]));
  if (!other) return;
  refuseTypes(
    `(${known[0].toString()}, ${other.toString()}) are of two architectures, and all instances start from one image`,
    'list types of one architecture; a second Ec2Capacity can have the others',
  );
}
