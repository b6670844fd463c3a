import { anyKnown, known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const costNatForEcrLogs = defineGotcha({
  id: 'cost-nat-for-ecr-logs',
  title: 'Images from ECR come through NAT',
  consequence: 'cost',
  symptom: '`NatGateway-Bytes` on the bill rises with each deployment, though ECR has endpoints.',
  why: 'ECR keeps the layers of images in S3: without the gateway endpoint for S3, which is free, they come through the NAT gateway, which bills each GB, and endpoints for ECR alone change nothing. '
    + 'A service that never turns healthy pulls its image again and again.',
  rule: 'A subnet that leads to a NAT gateway has the gateway endpoint for `s3`, if an image comes from private ECR. Without an endpoint for `ecr.dkr` it is an info.',
  fix: 'add a gateway endpoint for s3 to the route tables of the subnets',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  levels: ['synth'],
  // Not the VPC: it may be imported, or outside of the stack that the rule pack is applied to, and then nothing would be reported.
  subject: 'service',
  needs: ['network', 'task'],
  check: ({ network, task }) => {
    const throughNat = (network ? known(network.subnets) : []).filter(({ egress, endpoints }) => known(egress) === 'nat' && !known(endpoints).includes('s3'));
    if (throughNat.length === 0 || !anyKnown(known(task.containers), ({ image }) => known(image.inPrivateEcr))) return [];
    const paysEndpoints = throughNat.some(({ endpoints }) => known(endpoints).includes('ecr.dkr'));
    return [paysEndpoints
      ? { property: 'vpcSubnets', detail: 'endpoints (ecr.dkr without s3) leave the layers of images to the NAT gateway' }
      : { property: 'vpcSubnets', detail: 'endpoints (no s3) leave the layers of images to the NAT gateway', consequence: 'worth-knowing' }];
  },
});
