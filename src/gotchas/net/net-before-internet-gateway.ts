import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netBeforeInternetGateway = defineGotcha({
  id: 'net-before-internet-gateway',
  title: 'Routes or load balancers that may be created before the internet gateway is attached',
  consequence: 'risk',
  symptom: '`route table rtb-… and network gateway igw-… belong to different networks`, `Network vpc-… has no Internet gateway attached`, or `VPC vpc-… has no internet gateway`.',
  why: 'CloudFormation creates at the same time what does not depend on each other. A reference to the internet gateway or to a subnet waits for them, and not for the attachment of the gateway to the VPC.',
  rule: 'Each route to an internet gateway, each public NAT gateway and each internet-facing load balancer depends on the attachment of the gateway, by itself or through another resource.',
  fix: 'add DependsOn with the VPCGatewayAttachment',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  levels: ['synth'],
  avoidedBy: 'Our constructs create no VPC; load balancers of the CDK depend on the routes of an `ec2.Vpc`.',
  subject: 'vpc',
  needs: ['beforeGateway'],
  reads: ['gatewayAttachments'],
  check: ({ beforeGateway, gatewayAttachments }) => beforeGateway.length === 0 ? [] : [{
    property: 'dependsOn',
    detail: `dependsOn (no attachment) lets ${andOthers(beforeGateway)} be created before the internet gateway is attached to the VPC`,
    fix: `add DependsOn with ${andOthers(known(gatewayAttachments))} to ${beforeGateway.length === 1 ? 'it' : 'each of them'}`,
  }],
});
