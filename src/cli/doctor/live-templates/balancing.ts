import { orNotRead, type Resources } from './resources';
import { Unknown } from '../../../facts/fact';
import type { LiveListener, LiveService, LiveTargetGroup } from '../../collect/account';
import { notRead } from '../../collect/not-read';
import type { ElbRule } from '../../collect/shapes';

const ELB = 'AWS::ElasticLoadBalancingV2';

/** Load balancers, target groups, listeners and rules of a service: their API spells them as CloudFormation does. */
export function addBalancing(resources: Resources, { targetGroups }: LiveService): void {
  const groups = targetGroups instanceof Unknown ? [] : targetGroups;
  for (const group of groups) {
    const { targetGroup, attributes } = group;
    resources.add(targetGroup.TargetGroupArn, `${ELB}::TargetGroup`, {
      ...targetGroup,
      // Manual registrations are not read.
      Targets: notRead('fixed targets cannot be distinguished from those that ECS registers'),
      TargetGroupAttributes: orNotRead(attributes, (all) => Object.entries(all).map(([Key, Value]) => ({ Key, Value }))),
    });
  }
  for (const group of groups) addLoadBalancers(resources, group);
  for (const group of groups) addListeners(resources, group);
}

function addLoadBalancers(resources: Resources, { loadBalancers }: LiveTargetGroup): void {
  for (const balancer of loadBalancers instanceof Unknown ? [] : loadBalancers) {
    const zones = balancer.AvailabilityZones ?? [];
    for (const { SubnetId, ZoneName } of zones) {
      resources.add(SubnetId, 'AWS::EC2::Subnet', {
        AvailabilityZone: ZoneName,
        VpcId: balancer.VpcId,
        CidrBlock: notRead('subnets of load balancers are not read'),
      });
    }
    resources.add(balancer.LoadBalancerArn, `${ELB}::LoadBalancer`, {
      Name: balancer.LoadBalancerName,
      Type: balancer.Type,
      Scheme: balancer.Scheme,
      Subnets: zones.map(({ SubnetId }) => resources.to(SubnetId)),
      SecurityGroups: (balancer.SecurityGroups ?? []).map((id) => resources.to(id)),
      LoadBalancerAttributes: notRead('attributes of load balancers are not read'),
    });
  }
}

function addListeners(resources: Resources, { targetGroup, listeners, loadBalancers }: LiveTargetGroup): void {
  if (listeners instanceof Unknown) {
    // Something may forward to the target group.
    resources.add(`listeners of ${targetGroup.TargetGroupArn ?? ''}`, `${ELB}::Listener`, {
      LoadBalancerArn: notRead(listeners.reason), Protocol: notRead(listeners.reason), DefaultActions: notRead(listeners.reason),
    });
    return;
  }
  for (const { Rules, certificates, ...listener } of listeners) {
    addCertificates(resources, certificates, listener.ListenerArn);
    resources.add(listener.ListenerArn, `${ELB}::Listener`, {
      ...listener,
      Certificates: listener.Certificates?.map(({ CertificateArn }) => ({ CertificateArn: resources.to(CertificateArn) })),
      LoadBalancerArn: orNotRead(loadBalancers, () => resources.to(listener.LoadBalancerArn)),
      DefaultActions: actions(resources, listener.DefaultActions),
    });
    // The default rule is the default actions.
    for (const rule of Rules.filter(({ IsDefault }) => !IsDefault)) addRule(resources, rule, listener.ListenerArn);
  }
}

function addCertificates(resources: Resources, certificates: LiveListener['certificates'], listenerArn: string | undefined): void {
  const id = `certificates of ${listenerArn ?? ''}`;
  if (certificates instanceof Unknown) {
    resources.add(id, `${ELB}::ListenerCertificate`, { ListenerArn: resources.to(listenerArn), Certificates: notRead(certificates.reason) });
    return;
  }
  for (const [arn, certificate] of certificates) {
    if (certificate) {
      resources.add(arn, 'AWS::CertificateManager::Certificate', {
        DomainName: certificate.DomainName, SubjectAlternativeNames: certificate.SubjectAlternativeNames, ValidationMethod: 'DNS',
      });
    }
  }
  if (certificates.size > 0) {
    resources.add(id, `${ELB}::ListenerCertificate`, {
      ListenerArn: resources.to(listenerArn), Certificates: [...certificates.keys()].map((arn) => ({ CertificateArn: resources.to(arn) })),
    });
  }
}

function addRule(resources: Resources, rule: ElbRule, listenerArn: string | undefined): void {
  resources.add(rule.RuleArn, `${ELB}::ListenerRule`, {
    ListenerArn: resources.to(listenerArn),
    Priority: rule.Priority,
    // The API repeats the values of a condition in the form from before there were several kinds.
    Conditions: rule.Conditions?.map(({ Values, ...condition }) => Object.keys(condition).length > 1 ? condition : { ...condition, Values }),
    Actions: actions(resources, rule.Actions),
  });
}

function actions(resources: Resources, all: ElbRule['Actions']): unknown {
  return all?.map((action) => ({
    ...action,
    TargetGroupArn: resources.to(action.TargetGroupArn),
    ForwardConfig: action.ForwardConfig && {
      TargetGroups: action.ForwardConfig.TargetGroups?.map((target) => ({ ...target, TargetGroupArn: resources.to(target.TargetGroupArn) })),
    },
  }));
}
