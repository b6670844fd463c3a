import { table } from '../facts/table';

/** Something that a property takes, and the attributes of resources that yield it; `Ref` stands for a reference without one. */
export interface ReferenceKind {
  readonly needed: string;
  readonly from: { readonly [type: string]: readonly string[] | undefined };
  /** Any text is accepted at first. */
  readonly failsAtStart?: boolean;
  /** Another gotcha checks the kind of the resource. */
  readonly typeIsChecked?: boolean;
}

const ELB = 'AWS::ElasticLoadBalancingV2::';

function kind(needed: string, from: Readonly<Record<string, readonly string[]>>, failsAtStart?: boolean): ReferenceKind {
  return { needed, from: table(from), failsAtStart };
}

export const TARGET_GROUP = kind('the ARN of a target group', { [`${ELB}TargetGroup`]: ['Ref', 'TargetGroupArn'] });
export const LOAD_BALANCER = kind('the ARN of a load balancer', { [`${ELB}LoadBalancer`]: ['Ref', 'LoadBalancerArn'] });
export const LISTENER = kind('the ARN of a listener', { [`${ELB}Listener`]: ['Ref', 'ListenerArn'] });
export const ROUTE = kind('the ARN of a listener rule or a listener', { ...LISTENER.from as Record<string, readonly string[]>, [`${ELB}ListenerRule`]: ['Ref', 'RuleArn'] });
export const REGISTRY = kind('the ARN of a Cloud Map service', { 'AWS::ServiceDiscovery::Service': ['Arn'] });
export const CLUSTER = kind('the name or the ARN of a cluster', { 'AWS::ECS::Cluster': ['Ref', 'Arn'] });
export const CLUSTER_ARN: ReferenceKind = { ...kind('the ARN of a cluster', { 'AWS::ECS::Cluster': ['Arn'] }), typeIsChecked: true };
export const TASK = kind('the ARN of a task definition', { 'AWS::ECS::TaskDefinition': ['Ref', 'TaskDefinitionArn'] });
export const ROLE = kind('the ARN of a role', { 'AWS::IAM::Role': ['Arn'] });
export const SECURITY_GROUP = kind('the id of a security group', { 'AWS::EC2::SecurityGroup': ['Ref', 'GroupId', 'Id'] });
export const SUBNET = kind('the id of a subnet', { 'AWS::EC2::Subnet': ['Ref', 'SubnetId'] });
export const FILE_SYSTEM = kind('the id of a file system', { 'AWS::EFS::FileSystem': ['Ref', 'FileSystemId'] });
export const ACCESS_POINT = kind('the id of an access point', { 'AWS::EFS::AccessPoint': ['Ref', 'AccessPointId'] });
export const LOG_GROUP = kind('the name of a log group', { 'AWS::Logs::LogGroup': ['Ref'] }, true);
export const SECRET = kind('the ARN of a secret or the name of a parameter', {
  'AWS::SecretsManager::Secret': ['Ref', 'Id'], 'AWS::SSM::Parameter': ['Ref'],
}, true);

const KINDS = [
  TARGET_GROUP, LOAD_BALANCER, LISTENER, ROUTE, REGISTRY, CLUSTER, TASK, ROLE, SECURITY_GROUP, SUBNET, FILE_SYSTEM, ACCESS_POINT, LOG_GROUP, SECRET,
];

/** Types whose references are known: one of them in the place of another yields nothing that the other does. */
export const KNOWN_TYPES: ReadonlySet<string> = new Set(KINDS.flatMap(({ from }) => Object.keys(from)));
