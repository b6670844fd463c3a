import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const ec2BeforeRoute = defineGotcha({
  id: 'ec2-before-route',
  title: 'Container instances that may start before their route to the internet',
  consequence: 'misbehaves',
  symptom: 'The first instances of a new stack lack what their user data installs, or the stack waits for a signal that never comes; instances that start later have it.',
  why: 'CloudFormation creates at the same time what does not depend on each other, and a NAT gateway takes minutes. A reference to a subnet does not wait for its routes. User data runs once, at the first boot: what it can\'t download then is missing for good.',
  rule: 'Container instances whose user data installs or downloads something depend on the default route of their subnets, on its NAT gateway or on the attachment of its internet gateway, where the template creates them. '
    + 'An Auto Scaling group without instances of its own, and user data that sets the ECS agent alone, which tries again, need not.',
  fix: 'add DependsOn with the default routes of the subnets to the instances or the Auto Scaling group',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  levels: ['synth'],
  avoidedBy: 'The user data of `Ec2Capacity` downloads nothing.',
  subject: 'vpc',
  needs: ['beforeRoute'],
  check: ({ beforeRoute }) => beforeRoute.length === 0 ? [] : [{
    property: 'dependsOn',
    detail: `dependsOn (no route) lets ${andOthers(beforeRoute)} run user data before the subnet has its way out`,
  }],
});
