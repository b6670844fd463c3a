import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Stack } from 'aws-cdk-lib/core';
import { securityGroup } from './balanced-app.cases';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule } from '../fixtures/task-launches';

type Properties = Readonly<Record<string, unknown>>;

const POSTGRES = { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432 };
const HTTPS = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' };

interface Situation {
  readonly database?: Properties;
  readonly tasks?: Properties;
  readonly environment?: Properties;
}

/** A service whose container has the endpoint of a database with these rules. */
function connecting(stack: Stack, rules: readonly Properties[], { database = {}, tasks = {}, environment }: Situation = {}): void {
  const ofTasks = resource(stack, 'Tasks', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', VpcId: 'vpc-1', ...tasks }).ref;
  const from = (rule: Properties) => ('CidrIp' in rule ? rule : { SourceSecurityGroupId: ofTasks, ...rule });
  const ofDatabase = securityGroup(stack, 'Ports', ...rules.map(from));
  const store = resource(stack, 'Database', 'AWS::RDS::DBInstance', { Engine: 'postgres', VPCSecurityGroups: [ofDatabase], ...database });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { Environment: [environment ?? { Name: 'PGHOST', Value: store.getAtt('Endpoint.Address') }] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [ofTasks] } },
  });
}

/** A rule that runs a task whose container has the endpoint of a cache. */
function nightly(stack: Stack, ...rules: readonly Properties[]): void {
  const ofTasks = resource(stack, 'Tasks', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', VpcId: 'vpc-1' }).ref;
  const ofCache = securityGroup(stack, 'Ports', ...rules.map((rule) => ({ SourceSecurityGroupId: ofTasks, ...rule })));
  const cache = resource(stack, 'Cache', 'AWS::ElastiCache::ReplicationGroup', { Engine: 'redis', SecurityGroupIds: [ofCache] });
  nightlyRule(stack, {}, { NetworkConfiguration: { AwsVpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [ofTasks] } } }, {
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/job:1', Environment: [{ Name: 'REDIS', Value: cache.getAtt('PrimaryEndPoint.Address') }] }],
  });
}

function cdk(stack: Stack, isAllowed: boolean): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const database = new rds.DatabaseInstance(stack, 'Database', { vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }) });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'), secrets: { PGPASSWORD: ecs.Secret.fromSecretsManager(database.secret!, 'password') },
  });
  const web = new ecs.FargateService(stack, 'Web', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition });
  if (isAllowed) database.connections.allowDefaultPortFrom(web);
  else database.connections.allowDefaultPortFrom(new ec2.SecurityGroup(stack, 'Bastion', { vpc }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'no rule', caught: true, app: (stack) => connecting(stack, []) },
  { name: 'a rule for another port', caught: true, app: (stack) => connecting(stack, [{ ...POSTGRES, FromPort: 3306, ToPort: 3306 }]) },
  {
    name: 'a rule for another security group',
    caught: true,
    app: (stack) => connecting(stack, [{ ...POSTGRES, SourceSecurityGroupId: securityGroup(stack, 'Bastion') }]),
  },
  { name: 'the tasks may send to another port alone', caught: true, app: (stack) => connecting(stack, [POSTGRES], { tasks: { SecurityGroupEgress: [HTTPS] } }) },
  { name: 'a database of the CDK that allows another', caught: true, app: (stack) => cdk(stack, false) },
  { name: 'a scheduled task, and no rule', caught: true, app: (stack) => nightly(stack) },
  { name: 'a scheduled task that is allowed', caught: false, app: (stack) => nightly(stack, { IpProtocol: 'tcp', FromPort: 6379, ToPort: 6379 }) },
  { name: 'a rule for the tasks', caught: false, app: (stack) => connecting(stack, [POSTGRES]) },
  { name: 'a rule for addresses', caught: false, app: (stack) => connecting(stack, [{ ...POSTGRES, CidrIp: '10.0.0.0/16' }]) },
  { name: 'a rule for the port that the database has', caught: false, app: (stack) => connecting(stack, [{ ...POSTGRES, FromPort: 6000, ToPort: 6000 }], { database: { Port: '6000' } }) },
  { name: 'the container does not have the endpoint', caught: false, app: (stack) => connecting(stack, [], { environment: { Name: 'DATABASE', Value: 'shop' } }) },
  { name: 'a database of the CDK that allows the tasks', caught: false, app: (stack) => cdk(stack, true) },
  { name: 'a parameter decides the port', caught: false, notChecked: true, app: (stack) => connecting(stack, [POSTGRES], { database: { Port: parameter(stack) } }) },
];
