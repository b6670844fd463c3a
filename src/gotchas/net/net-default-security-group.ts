import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netDefaultSecurityGroup = defineGotcha({
  id: 'net-default-security-group',
  title: 'Tasks in the default security group of the VPC',
  consequence: 'risk',
  symptom: 'The load balancer gets no answer from the tasks, or other resources in the VPC reach them by mistake.',
  why: 'Without security groups, ECS uses the default one of the VPC. It accepts traffic from all of its other members, and none from load balancers.',
  rule: 'A service whose tasks are in `awsvpc` has to name at least 1 security group.',
  fix: 'set a separate security group on the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
  levels: ['synth', 'live'],
  avoidedBy: 'A service creates its own security group when none is set.',
  subject: 'service',
  needs: ['network'],
  check: ({ network }) => network && known(network.securityGroups).length === 0
    ? [{ property: 'securityGroups', detail: 'securityGroups (none) leave the tasks in the default security group of the VPC' }]
    : [],
});
