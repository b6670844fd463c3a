import type { Resource, Resources } from './world';

const ONLY_ON_EVERYTHING = ['ecr:GetAuthorizationToken'];

/** The resources of a type, with their logical ids. */
export function ofType(resources: Resources, type: string): ReadonlyArray<Resource & { readonly logicalId: string }> {
  return Object.entries(resources).filter(([, { Type }]) => Type === type).map(([logicalId, resource]) => ({ ...resource, logicalId }));
}

/** Of something that there has to be exactly one of. */
export function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0];
}

/** Every container logs to a log group that is named, in an explicit mode; in a log group that may be shared, streams begin with the path of the task. */
export function everyContainerLogs(resources: Resources): void {
  for (const { Properties: { ContainerDefinitions } } of ofType(resources, 'AWS::ECS::TaskDefinition')) {
    for (const { Name, LogConfiguration } of ContainerDefinitions) {
      expect(LogConfiguration).toMatchObject({
        LogDriver: 'awslogs',
        Options: {
          'awslogs-group': expect.anything(), 'awslogs-region': expect.anything(), 'mode': expect.stringMatching(/^(non-)?blocking$/),
        },
      });
      const { 'awslogs-stream-prefix': prefix } = LogConfiguration.Options;
      if (prefix !== Name) expect(prefix).toMatch(/^World\/Case\d+\/It/);
    }
  }
}

/** Own roles are trusted by the ECS tasks of this account and region only. */
export function trustIsNarrow(resources: Resources): void {
  for (const { Properties: { AssumeRolePolicyDocument } } of ecsRoles(resources)) {
    expect(only(AssumeRolePolicyDocument.Statement)).toMatchObject({
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() }, ArnLike: { 'aws:SourceArn': expect.anything() } },
    });
  }
}

/** Permissions of a task's start name their resources, but for the one action that can't. */
export function startPermissionsAreNamed(resources: Resources): void {
  const roles = ecsRoles(resources).filter(({ logicalId }) => logicalId.includes('ExecutionRole'));
  const ids = roles.map(({ logicalId }) => logicalId);
  const attached = ofType(resources, 'AWS::IAM::Policy').filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => ids.includes(Ref)));
  const documents = [
    ...roles.flatMap(({ Properties }) => Properties.Policies ?? []).map(({ PolicyDocument }) => PolicyDocument),
    ...attached.map(({ Properties }) => Properties.PolicyDocument),
  ];
  for (const { Action, Resource: named } of documents.flatMap(({ Statement }) => Statement)) {
    if ([named].flat().includes('*')) expect([Action].flat()).toEqual(ONLY_ON_EVERYTHING);
    expect([Action].flat().filter((action: string) => action.includes('*'))).toEqual([]);
  }
}

/** Traffic goes to a container and port that the task definition maps, to targets that its network mode has, once a listener is there. */
export function trafficArrives(resources: Resources): void {
  const task = only(ofType(resources, 'AWS::ECS::TaskDefinition')).Properties;
  const service = only(ofType(resources, 'AWS::ECS::Service'));
  const { ContainerName, ContainerPort, TargetGroupArn } = only<any>(service.Properties.LoadBalancers);
  const container = task.ContainerDefinitions.find(({ Name }: { Name: unknown }) => same(Name, ContainerName));
  expect(container?.PortMappings.map((mapping: { ContainerPort: unknown }) => mapping.ContainerPort)).toContainEqual(ContainerPort);

  const targetGroup = resources[TargetGroupArn.Ref];
  if (!targetGroup) return; // Imported: it has its listener.
  expect(targetGroup.Properties.TargetType).toBe(task.NetworkMode === 'awsvpc' ? 'ip' : 'instance');
  const forwarding = Object.entries(resources)
    .filter(([, { Type }]) => Type === 'AWS::ElasticLoadBalancingV2::Listener' || Type === 'AWS::ElasticLoadBalancingV2::ListenerRule')
    .filter(([, { Properties }]) => JSON.stringify(Properties).includes(`"${TargetGroupArn.Ref}"`));
  expect(forwarding.length).toBeGreaterThan(0);
  for (const [logicalId] of forwarding) expect(service.DependsOn).toContain(logicalId);
}

/** One scalable target, whatever number of policies; the count is left to it. */
export function scalesOnce(resources: Resources): void {
  const target = only(ofType(resources, 'AWS::ApplicationAutoScaling::ScalableTarget'));
  for (const { Properties } of ofType(resources, 'AWS::ApplicationAutoScaling::ScalingPolicy')) {
    expect(Properties.ScalingTargetId).toEqual({ Ref: target.logicalId });
  }
  expect(only(ofType(resources, 'AWS::ECS::Service')).Properties).not.toHaveProperty('DesiredCount');
}

function ecsRoles(resources: Resources): ReadonlyArray<Resource & { readonly logicalId: string }> {
  return ofType(resources, 'AWS::IAM::Role').filter(({ Properties }) => JSON.stringify(Properties.AssumeRolePolicyDocument).includes('ecs-tasks'));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
