import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  const group = new ec2.CfnSecurityGroup(stack, 'Cache', { groupDescription: 'cache', vpcId: vpc.vpcId });
  const sourceSecurityGroupId = group.attrGroupId;
  group.securityGroupIngress = [{ ipProtocol: 'tcp', fromPort: 6379, toPort: 6379, sourceSecurityGroupId }];
  service.node.addDependency(group);
};

export const plain: Fix = ({ stack, vpc, service }) => {
  const group = new ec2.CfnSecurityGroup(stack, 'Cache', { groupDescription: 'cache', vpcId: vpc.vpcId });
  const sourceSecurityGroupId = group.attrGroupId;
  new ec2.CfnSecurityGroupIngress(stack, 'FromItself', {
    groupId: group.attrGroupId,
    ipProtocol: 'tcp',
    fromPort: 6379,
    toPort: 6379,
    sourceSecurityGroupId,
  });
  service.node.addDependency(group);
};
