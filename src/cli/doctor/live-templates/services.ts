import { orNotRead, type Resources } from './resources';
import { spelledForTemplates } from './spelling';
import { Unknown } from '../../../facts/fact';
import type { LiveService } from '../../collect/account';
import { isFailedCall } from '../../collect/call-failed';
import { notRead } from '../../collect/not-read';

/** A service, as CloudFormation would have it now: what belongs to its deployments there is on the primary one here. */
export function addService(resources: Resources, live: LiveService): void {
  const { service, targetGroups } = live;
  if (live.express && !(live.express instanceof Unknown)) {
    resources.add(`Express Mode of ${service.serviceArn ?? ''}`, 'AWS::ECS::ExpressGatewayService', {
      ...spelledForTemplates(live.express) as object, InfrastructureRoleArn: resources.to(live.express.infrastructureRoleArn),
    });
  }
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
  const {
    serviceArn, clusterArn, taskDefinition, placementStrategy, loadBalancers, roleArn, events: _events, deployments: _deployments, ...same
  } = service;
  resources.add(serviceArn, 'AWS::ECS::Service', {
    ...spelledForTemplates({ ...same, placementStrategies: placementStrategy }) as object,
    ...withRoles(resources, spelledForTemplates({
      serviceConnectConfiguration: primary?.serviceConnectConfiguration,
      volumeConfigurations: primary?.volumeConfigurations,
      vpcLatticeConfigurations: primary?.vpcLatticeConfigurations,
    })) as object,
    Cluster: resources.to(clusterArn),
    TaskDefinition: orNotRead(live.taskDefinition, () => resources.to(taskDefinition)),
    // ECS sets its service-linked role where the service has none.
    Role: roleArn?.includes('/aws-service-role/') ? undefined : roleArn,
    LoadBalancers: loadBalancers?.map((balancer) => ({
      ...spelledForTemplates(balancer) as object,
      TargetGroupArn: balancer.targetGroupArn && orNotRead(targetGroups, () => resources.to(balancer.targetGroupArn)),
      AdvancedConfiguration: balancer.advancedConfiguration && {
        ...withRoles(resources, spelledForTemplates(balancer.advancedConfiguration)) as object,
        AlternateTargetGroupArn: resources.to(balancer.advancedConfiguration.alternateTargetGroupArn),
      },
    })),
    Monitoring: monitoring(live),
    NetworkConfiguration: networkConfiguration(resources, live),
  });
}

/** Roles that ECS works with, by reference. */
function withRoles(resources: Resources, json: unknown): unknown {
  if (Array.isArray(json)) return json.map((item) => withRoles(resources, item));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, key === 'RoleArn' ? resources.to(value as string | undefined) : withRoles(resources, value)]));
}

// Only a revision contains the interval of ECS's measurements.
function monitoring({ service, revisions }: LiveService): unknown {
  if (revisions instanceof Unknown) return notRead(revisions.reason);
  const current = revisions.find(({ taskDefinition }) => taskDefinition === service.taskDefinition);
  return current ? spelledForTemplates(current.monitoring) : notRead('the service has no revision that contains it');
}

function networkConfiguration(resources: Resources, { service, network }: LiveService): unknown {
  const awsvpc = service.networkConfiguration?.awsvpcConfiguration;
  const failure = network instanceof Unknown && isFailedCall(network.reason) ? notRead(network.reason) : undefined;
  return awsvpc && {
    AwsvpcConfiguration: {
      Subnets: failure ?? awsvpc.subnets?.map((id) => resources.to(id)),
      SecurityGroups: failure ?? awsvpc.securityGroups?.map((id) => resources.to(id)),
      AssignPublicIp: awsvpc.assignPublicIp,
    },
  };
}
