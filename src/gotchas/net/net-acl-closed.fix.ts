import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  void service;
  const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: { subnets: vpc.privateSubnets } });
  const cidr = ec2.AclCidr.anyIpv4();
  acl.addEntry('Requests', {
    cidr, ruleNumber: 100, direction: ec2.TrafficDirection.EGRESS, traffic: ec2.AclTraffic.tcpPort(443),
  });
};

export const plain: Fix = ({ stack, vpc, service }) => {
  void service;
  const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: { subnets: vpc.privateSubnets } });
  const cidr = ec2.AclCidr.anyIpv4();
  acl.addEntry('Requests', {
    cidr, ruleNumber: 100, direction: ec2.TrafficDirection.EGRESS, traffic: ec2.AclTraffic.tcpPort(443),
  });
  acl.addEntry('Answers', {
    cidr, ruleNumber: 100, direction: ec2.TrafficDirection.INGRESS, traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
  });
};
