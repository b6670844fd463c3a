import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'subnets and nothing else', caught: true, app: (stack) => void service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } } }) },
  {
    name: 'an empty list',
    caught: true,
    app: (stack) => void service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [] } } }),
  },
  {
    name: 'a security group of its own',
    caught: false,
    app: (stack) => void service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } } }),
  },
  { name: 'no network configuration, as in bridge mode', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, { NetworkMode: 'bridge' }).ref }) },
  {
    name: 'a parameter lists them',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: parameter(stack) } } }),
  },
];
