import { defineGotcha } from '../definition';

export const ec2LaunchTemplateRefused = defineGotcha({
  id: 'ec2-launch-template-refused',
  title: 'A launch template that no Auto Scaling group can launch from',
  consequence: 'rejected',
  symptom: '`Invalid launch template: When a network interface is provided, the security groups must be a part of it.`',
  why: 'The launch template itself is created: only the Auto Scaling group, or the launch of an instance, finds out that security groups stand in two places.',
  rule: 'A launch template with `NetworkInterfaces` has its security groups in `Groups` of the interface, and no `SecurityGroupIds` or `SecurityGroups`.',
  fix: 'move the security groups to Groups of the network interface',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-launchtemplate-launchtemplatedata.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` has its security groups in one place, as the CDK does.',
  subject: 'capacity',
  needs: ['groupsBesideInterface'],
  check: ({ groupsBesideInterface }) => !groupsBesideInterface ? [] : [{
    property: 'networkInterfaces', detail: 'networkInterfaces (set) need the security groups in them, and the launch template has them beside',
  }],
});
