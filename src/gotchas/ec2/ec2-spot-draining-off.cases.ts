import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const SPOT = { InstanceMarketOptions: { MarketType: 'spot' } };
const DRAINING = userData('echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config');

function mixed(onDemandPercent: number): Readonly<Record<string, unknown>> {
  return {
    LaunchTemplate: undefined,
    MixedInstancesPolicy: {
      InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: onDemandPercent },
      LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Launch' } } },
    },
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the launch template asks for Spot Instances', caught: true, app: (stack) => void instances(stack, { launch: SPOT }) },
  { name: 'the group mixes them in', caught: true, app: (stack) => void instances(stack, { group: mixed(20) }) },
  {
    name: 'draining is disabled in the agent',
    caught: true,
    app: (stack) => void instances(stack, { launch: { ...SPOT, UserData: userData('echo "ECS_ENABLE_SPOT_INSTANCE_DRAINING=false"') } }),
  },
  { name: 'the agent drains', caught: false, app: (stack) => void instances(stack, { launch: { ...SPOT, UserData: DRAINING } }) },
  { name: 'all instances are on demand', caught: false, app: (stack) => void instances(stack) },
  { name: 'a mixed group has none', caught: false, app: (stack) => void instances(stack, { group: mixed(100) }) },
  {
    name: 'the instances are configured another way',
    caught: false,
    notChecked: true,
    app: (stack) => void instances(stack, { launch: { ...SPOT, UserData: { 'Fn::Base64': '[settings.ecs]\ncluster = "shop"' } } }),
  },
  {
    name: 'a parameter decides on the market',
    caught: false,
    notChecked: true,
    app: (stack) => void instances(stack, { launch: { InstanceMarketOptions: { MarketType: parameter(stack) } } }),
  },
];
