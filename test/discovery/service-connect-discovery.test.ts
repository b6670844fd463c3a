import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acmpca from 'aws-cdk-lib/aws-acmpca';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { discovery, namespaceOf, onEc2, worker } from './service-connect-app';
import {
  EcsWorkload, FargateWorkerService, FireLensLogs, LogDestination, ServiceConnectDiscovery, ServiceConnectProtocol, type ServiceConnectEndpoint,
} from '../../src';
import { circlesIn } from '../support/circles';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

function served(endpoint: Partial<ServiceConnectEndpoint> = {}): Stack {
  const stack = testStack();
  discovery(stack, worker(stack), { endpoints: [{ name: 'catalog', ...endpoint }] });
  return stack;
}

function hasEndpoint(stack: Stack, endpoint: object): void {
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { ServiceConnectConfiguration: { Services: [endpoint] } });
}

describe.each(FLAG_SETS)('ServiceConnectDiscovery with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    const catalog = worker(stack);
    discovery(stack, catalog, { endpoints: [{ name: 'catalog' }] });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('a log group of the proxy is no part of a circle', () => {
  const stack = testStack();
  discovery(stack, worker(stack), { logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy' }) });
  expect(circlesIn(Template.fromStack(stack, { skipCyclicalDependenciesCheck: true }).toJSON().Resources)).toEqual([]);
  Template.fromStack(stack).hasResource('AWS::ECS::Service', { DependsOn: Match.arrayWith([Match.stringLikeRegexp('^CatalogTaskRolesExecutionRole')]) });
});

describe('an endpoint', () => {
  test('is called by its name at the port of the container, over HTTP, and the port gets the name', () => {
    const stack = served();
    hasEndpoint(stack, {
      PortName: 'catalog', DiscoveryName: 'catalog', ClientAliases: [{ DnsName: 'catalog', Port: 8080 }], Timeout: { PerRequestTimeoutSeconds: 15 },
    });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ PortMappings: [{ ContainerPort: 8080, Name: 'catalog', AppProtocol: 'http', Protocol: 'tcp' }] })],
    });
  });

  test('is in the namespace by its ARN, so that the namespace is there first', () => {
    const stack = testStack();
    const namespace = new cloudmap.HttpNamespace(stack, 'Own', { name: 'shop' });
    discovery(stack, worker(stack), { namespace, endpoints: [{ name: 'catalog' }] });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
      ServiceConnectConfiguration: { Enabled: true, Namespace: stack.resolve(namespace.namespaceArn) },
    });
  });

  test('has another host name, port and port name', () => {
    const stack = served({ dnsName: 'catalog.shop.internal', port: 80, portName: 'http' });
    hasEndpoint(stack, { PortName: 'http', DiscoveryName: 'catalog', ClientAliases: [{ DnsName: 'catalog.shop.internal', Port: 80 }] });
  });

  test('keeps the name and the protocol of a port that has them', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE, portMappings: [{ containerPort: 80, name: 'web', appProtocol: ecs.AppProtocol.http2 }] });
    const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
    discovery(stack, EcsWorkload.fromService(plain), { endpoints: [{ name: 'catalog' }] });
    hasEndpoint(stack, { PortName: 'web', DiscoveryName: 'catalog', Timeout: { PerRequestTimeoutSeconds: 15 } });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ PortMappings: [{ ContainerPort: 80, Name: 'web', AppProtocol: 'http2', Protocol: 'tcp' }] })],
    });
  });

  test('is for any port of any container', () => {
    const stack = testStack();
    const service = new FargateWorkerService(stack, 'Catalog', {
      cluster: testCluster(stack), image: IMAGE, sidecars: [{ containerName: 'edge', image: IMAGE, containerPorts: [1000, 2000] }],
    });
    discovery(stack, service, { endpoints: [{ name: 'edge', containerName: 'edge', containerPort: 2000 }] });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [
        Match.objectLike({ Name: 'app' }),
        Match.objectLike({ Name: 'edge', PortMappings: [{ ContainerPort: 1000, Protocol: 'tcp' }, { ContainerPort: 2000, Name: 'edge', AppProtocol: 'http', Protocol: 'tcp' }] }),
      ],
    });
  });

  test('speaks TCP without a timeout for requests', () => {
    const stack = served({ appProtocol: ServiceConnectProtocol.TCP, idleTimeout: Duration.hours(2) });
    hasEndpoint(stack, { Timeout: { IdleTimeoutSeconds: 7200, PerRequestTimeoutSeconds: Match.absent() } });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ PortMappings: [{ ContainerPort: 8080, Name: 'catalog', AppProtocol: Match.absent(), Protocol: 'tcp' }] })],
    });
  });

  test('has the timeouts that are set', () => {
    hasEndpoint(served({ idleTimeout: Duration.minutes(10), perRequestTimeout: Duration.minutes(2) }), {
      Timeout: { IdleTimeoutSeconds: 600, PerRequestTimeoutSeconds: 120 },
    });
  });
});

describe('TLS', () => {
  const certificateAuthority = (stack: Stack) => acmpca.CertificateAuthority.fromCertificateAuthorityArn(
    stack, 'Authority', 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1');

  test('comes with a role that ECS gets certificates with', () => {
    const stack = testStack();
    discovery(stack, worker(stack), { endpoints: [{ name: 'catalog', tls: { certificateAuthority: certificateAuthority(stack) } }] });
    const template = Template.fromStack(stack);
    const [[role]] = Object.entries(template.findResources('AWS::IAM::Role', {
      Properties: { AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'ecs.amazonaws.com' } }] } },
    }));
    template.hasResource('AWS::ECS::Service', {
      Properties: {
        ServiceConnectConfiguration: {
          Services: [{
            Tls: {
              IssuerCertificateAuthority: { AwsPcaAuthorityArn: 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1' },
              KmsKey: Match.absent(),
              RoleArn: { 'Fn::GetAtt': [role, 'Arn'] },
            },
          }],
        },
      },
      DependsOn: Match.arrayWith([role]),
    });
    expect(JSON.stringify(template.toJSON().Resources[role].Properties.ManagedPolicyArns))
      .toContain(':iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity');
  });

  test('lets the role use the key, and makes one role for all endpoints', () => {
    const stack = testStack();
    const kmsKey = new kms.Key(stack, 'Key');
    const tls = { certificateAuthority: certificateAuthority(stack), kmsKey };
    discovery(stack, worker(stack, 'Catalog', [80, 81]), { endpoints: [{ name: 'one', containerPort: 80, tls }, { name: 'two', containerPort: 81, tls }] });
    const template = Template.fromStack(stack);
    expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.startsWith('Discovery'))).toHaveLength(1);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair'] })]) },
    });
    hasEndpointOf(template, { Tls: { KmsKey: stack.resolve(kmsKey.keyArn) } });
  });

  test('works with a role that is passed, and does not change it', () => {
    const stack = testStack();
    const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/connect');
    discovery(stack, worker(stack), { endpoints: [{ name: 'catalog', tls: { certificateAuthority: certificateAuthority(stack), role } }] });
    hasEndpointOf(Template.fromStack(stack), { Tls: Match.objectLike({ RoleArn: 'arn:aws:iam::123456789012:role/connect' }) });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 2);
  });

  test('is refused in bridge mode', () => {
    const stack = testStack();
    const service = onEc2(stack, ecs.NetworkMode.BRIDGE);
    const message = refusalOf(stack, 'Discovery', (scope, id) => new ServiceConnectDiscovery(scope, id, {
      service, namespace: namespaceOf(stack), endpoints: [{ name: 'catalog', tls: { certificateAuthority: certificateAuthority(stack) } }],
    }));
    expect(message).toContain('tls (on, for port catalog) is not for network mode bridge [sc-unsupported-combos]');
  });
});

function hasEndpointOf(template: Template, endpoint: object): void {
  template.hasResourceProperties('AWS::ECS::Service', { ServiceConnectConfiguration: { Services: Match.arrayWith([Match.objectLike(endpoint)]) } });
}

describe('logs of the proxy', () => {
  test('go where those of the main container go, without another policy', () => {
    const stack = served();
    const { logDriverConfig } = (stack.node.findChild('Catalog') as FargateWorkerService).mainContainer;
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ECS::Service', {
      ServiceConnectConfiguration: {
        LogConfiguration: { LogDriver: 'awslogs', Options: { ...stack.resolve(logDriverConfig!.options), 'awslogs-stream-prefix': 'service-connect' } },
        AccessLogConfiguration: Match.absent(),
      },
    });
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });

  test('go where those of the main container went before a router, whichever part is first', () => {
    const logsOfProxy = (isRouterFirst: boolean): unknown => {
      const stack = testStack();
      const service = worker(stack);
      const parts = [
        () => new FireLensLogs(stack, 'Router', { task: service, destination: LogDestination.s3({ bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'logs') }) }),
        () => discovery(stack, service),
      ];
      for (const part of isRouterFirst ? parts : parts.reverse()) part();
      const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::Service'));
      return Properties.ServiceConnectConfiguration.LogConfiguration;
    };
    expect(logsOfProxy(true)).toMatchObject({ LogDriver: 'awslogs', Options: { 'awslogs-stream-prefix': 'service-connect' } });
    expect(logsOfProxy(true)).toEqual(logsOfProxy(false));
  });

  test('go through another driver, with each request', () => {
    const stack = testStack();
    const logGroup = new logs.LogGroup(stack, 'Proxy');
    discovery(stack, worker(stack), {
      logDriver: ecs.LogDriver.awsLogs({ logGroup, streamPrefix: 'proxy' }),
      accessLog: { format: ecs.ServiceConnectAccessLogFormat.JSON, includeQueryParameters: false },
    });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
      ServiceConnectConfiguration: {
        LogConfiguration: { Options: Match.objectLike({ 'awslogs-group': stack.resolve(logGroup.logGroupName), 'awslogs-stream-prefix': 'proxy' }) },
        AccessLogConfiguration: { Format: 'JSON', IncludeQueryParameters: 'DISABLED' },
      },
    });
  });

  test('fails for requests that would be logged nowhere', () => {
    const stack = testStack();
    const token = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: 'token' });
    const logDriver = ecs.LogDrivers.splunk({ url: 'https://splunk', secretToken: ecs.Secret.fromSsmParameter(token) });
    const service = new FargateWorkerService(stack, 'Catalog', { cluster: testCluster(stack), image: IMAGE, logDriver });
    const message = refusalOf(stack, 'Discovery', (scope, id) => new ServiceConnectDiscovery(scope, id, {
      service, namespace: namespaceOf(stack), accessLog: { format: ecs.ServiceConnectAccessLogFormat.TEXT },
    }));
    expect(message).toContain('accessLog is set, and the proxy has no log driver to write it to [sc-access-log-without-driver]');
  });
});

describe('callers', () => {
  const ingressOf = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties);

  test('none by default', () => expect(ingressOf(served())).toEqual([]));

  test('callers, on the port of the container', () => {
    const stack = served({ allowFrom: [ec2.Peer.ipv4('10.0.0.0/8')], port: 80 });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.0.0.0/8', FromPort: 8080, ToPort: 8080, IpProtocol: 'tcp' })],
    });
  });

  test('callers, on the port of the proxy', () => {
    const stack = testStack();
    const web = worker(stack, 'Web');
    discovery(stack, worker(stack), { endpoints: [{ name: 'catalog', ingressPortOverride: 15000, allowFrom: [web] }] });
    expect(ingressOf(stack)).toEqual([expect.objectContaining({ FromPort: 15000, ToPort: 15000 })]);
  });

  test('callers, on the ports that ECS chooses from in bridge mode', () => {
    const stack = testStack();
    const service = onEc2(stack, ecs.NetworkMode.BRIDGE);
    discovery(stack, service, { endpoints: [{ name: 'catalog', allowFrom: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Caller', 'sg-caller')] }] });
    expect(ingressOf(stack)).toEqual([expect.objectContaining({ GroupId: 'sg-instances', SourceSecurityGroupId: 'sg-caller', FromPort: 32768, ToPort: 65535 })]);
  });
});

test('the default namespace of the cluster will do', () => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  const namespace = cluster.addDefaultCloudMapNamespace({ name: 'shop', type: cloudmap.NamespaceType.HTTP });
  const created = new ServiceConnectDiscovery(stack, 'Discovery', { service: new FargateWorkerService(stack, 'Web', { cluster, image: IMAGE }) });
  expect(created.namespace).toBe(namespace);
});

test('tokens pass in names, ports and times', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  discovery(stack, worker(stack), {
    endpoints: [{
      name: text,
      dnsName: text,
      port: number,
      ingressPortOverride: number,
      idleTimeout: Duration.seconds(number),
      perRequestTimeout: Duration.seconds(number),
    }],
  });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::Service', {
    ServiceConnectConfiguration: {
      Services: [{
        PortName: { Ref: 'Text' },
        DiscoveryName: { Ref: 'Text' },
        ClientAliases: [{ DnsName: { Ref: 'Text' }, Port: { Ref: 'Number' } }],
        IngressPortOverride: { Ref: 'Number' },
        Timeout: { IdleTimeoutSeconds: { Ref: 'Number' }, PerRequestTimeoutSeconds: { Ref: 'Number' } },
      }],
    },
  });
});
