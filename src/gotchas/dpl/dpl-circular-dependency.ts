import { defineGotcha } from '../definition';

export const dplCircularDependency = defineGotcha({
  id: 'dpl-circular-dependency',
  title: 'Resources of a service that wait for each other',
  consequence: 'rejected',
  symptom: '`Circular dependency between resources: […]`, as soon as the stack is created or updated.',
  why: 'CloudFormation creates a resource after all that it refers to or names in DependsOn. Where such a chain ends at its beginning, there is no first one: two security groups with rules for each other in their own properties, a rule for the group itself, a policy that names a service which depends on it.',
  rule: 'No resource that a service waits for waits for itself, by Ref, Fn::GetAtt, Fn::Sub or DependsOn.',
  fix: 'move one of the rules into a resource of its own (AWS::EC2::SecurityGroupIngress, AWS::EC2::SecurityGroupEgress, AWS::IAM::Policy), or remove a DependsOn',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  levels: ['synth'],
  avoidedBy: 'Services and ingresses write the rules between their security groups as resources of their own.',
  subject: 'service',
  needs: ['circle'],
  check: ({ circle }) => circle.length === 0 ? [] : [{
    property: 'dependsOn',
    detail: `dependsOn (${[...circle, circle[0]].join(' → ')}) leads back to its beginning`,
  }],
});
