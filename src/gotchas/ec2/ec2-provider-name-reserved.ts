import { defineGotcha } from '../definition';

const RESERVED = /^(aws|ecs|fargate)/i;

export const ec2ProviderNameReserved = defineGotcha({
  id: 'ec2-provider-name-reserved',
  title: 'The name of a capacity provider begins with a reserved word',
  consequence: 'rejected',
  symptom: 'The stack fails with `The specified capacity provider name is invalid. … cannot be prefixed with \'aws\', \'ecs\', or \'fargate\'.`',
  why: 'ECS keeps these beginnings for its own providers. Without a name, CloudFormation makes one that begins with the name of the stack.',
  rule: 'The name of a capacity provider, or that of its stack where it has none, does not begin with `aws`, `ecs` or `fargate`.',
  fix: 'set a name that begins otherwise',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
  levels: ['synth'],
  designedOut: 'The CDK, which `Ec2Capacity` makes its provider with, puts `cp-` before a reserved word.',
  subject: 'capacityProvider',
  needs: ['nameOrStack'],
  check: ({ nameOrStack }) => {
    const [word] = RESERVED.exec(nameOrStack) ?? [];
    return word === undefined ? [] : [{ property: 'name', detail: `name (${nameOrStack}) begins with ${word.toLowerCase()}, which is reserved` }];
  },
});
