import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const costNatForEcrLogs = defineGotcha({
  id: 'cost-nat-for-ecr-logs',
  title: 'Endpoints for ECR, and the images still come through NAT',
  consequence: 'cost',
  symptom: '`NatGateway-Bytes` on the bill rises with each deployment, though ECR has endpoints.',
  why: 'ECR keeps the layers of images in S3: with endpoints for ECR alone, all but the manifests goes through the NAT gateway, which bills each GB; a gateway endpoint for S3 is free.',
  rule: 'A subnet that leads to a NAT gateway and has an endpoint for `ecr.dkr` has the gateway endpoint for `s3` too, if an image comes from private ECR.',
  fix: 'add a gateway endpoint for s3 to the route tables of the subnets',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['network', 'task'],
  check: ({ network, task }) => {
    const paysEndpoints = (network ? known(network.subnets) : []).filter(({ egress, endpoints }) => known(egress) === 'nat' && known(endpoints).includes('ecr.dkr'));
    const isBy = paysEndpoints.some(({ endpoints }) => !known(endpoints).includes('s3'));
    return !isBy || !known(task.containers).some(({ image }) => image.inPrivateEcr === true) ? [] : [{
      property: 'vpcSubnets',
      detail: 'endpoints (ecr.dkr without s3) leave the layers of images to the NAT gateway',
    }];
  },
});
