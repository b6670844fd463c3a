import { Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';

/** The environment of the first container of a service. */
export function environmentOf(stack: Stack, id: string): object {
  const [task] = Object.entries(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition')).filter(([logicalId]) => logicalId.startsWith(id));
  const variables: { Name: string; Value: unknown }[] = task[1].Properties.ContainerDefinitions[0].Environment ?? [];
  return Object.fromEntries(variables.map(({ Name, Value }) => [Name, Value]));
}

/** Security group rules, without those of load balancers at their tasks. */
export function rulesOf(stack: Stack): object[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress'))
    .filter(({ Properties: { Description } }) => Description !== 'Load balancer to target')
    .map(({ Properties: { GroupId, SourceSecurityGroupId, FromPort } }) => (
      { to: groupOf(GroupId), from: groupOf(SourceSecurityGroupId), port: FromPort }));
}

function groupOf(value: any): string {
  const text: string = value['Fn::GetAtt']?.[0] ?? value['Fn::ImportValue'] ?? value['Fn::GetStackOutput']?.OutputName ?? value;
  return /([A-Z][a-z]+?)(?:Ingress)?(?:Internal)?(?:SecurityGroup|LoadBalancer)/.exec(text)?.[1] ?? text;
}
