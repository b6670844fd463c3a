import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netDefaultSecurityGroup = defineGotcha({
  id: 'net-default-security-group',
  title: 'Tasks in the default security group of the VPC',
  consequence: 'risk',
  symptom: 'The load balancer gets no answer from the tasks; or others in the VPC do, who should not.',
  why: 'Without security groups ECS takes the default one of the VPC, which lets in whatever else was put in it, and keeps load balancers out.',
  rule: 'A service whose tasks are in `awsvpc` has to name at least 1 security group.',
  fix: 'give the service a security group of its own',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
  levels: ['synth', 'live'],
  designedOut: 'A service gets a security group of its own when none is given.',
  subject: 'service',
  needs: ['network'],
  check: ({ network }) => network && known(network.securityGroups).length === 0
    ? [{ property: 'securityGroups', detail: 'securityGroups (none) leave the tasks in the default security group of the VPC' }]
    : [],
});
