/** Names of properties that are lists, in each interface that has them. */
export const LISTS: ReadonlySet<string> = new Set([
  'actions', 'add', 'alarms', 'allow', 'allowFrom', 'certificates', 'command', 'containerNames', 'containerPorts', 'containers', 'dependsOn', 'devices',
  'dnsSearchDomains', 'dnsServers', 'dockerSecurityOptions', 'drop', 'elasticIpAllocationIds', 'elasticIps', 'endpoints', 'entryPoint', 'environmentFiles', 'hooks',
  'hostNames', 'ignoredExitCodes', 'instanceTypes', 'listeners', 'methods', 'mountOptions', 'mountTargets', 'pathPatterns', 'pipelines', 'placementConstraints',
  'placementStrategies', 'ports', 'queryStrings', 'resources', 'routes', 'secondaryGids', 'securityGroups', 'serviceNetworkIdentifiers', 'serviceNetworks',
  'sidecars', 'signals', 'sourceIps', 'stages', 'steps', 'subnets', 'subscriptions', 'tmpfs', 'ulimits', 'writablePaths',
]);

/** Names of lists whose items become resources or are compared with names: how many there are is known at synthesis. */
export const COUNTED_LISTS: ReadonlySet<string> = new Set(['containerNames', 'elasticIpAllocationIds', 'serviceNetworkIdentifiers', 'writablePaths']);

/** Names of properties that are lists of texts. */
export const LISTS_OF_TEXTS: ReadonlySet<string> = new Set([
  'areas', 'command', 'containerNames', 'containers', 'dnsSearchDomains', 'dnsServers', 'dockerSecurityOptions', 'elasticIpAllocationIds', 'entryPoint', 'hostNames',
  'methods', 'pathPatterns', 'resources', 'serviceNetworkIdentifiers', 'sourceIps', 'writablePaths',
]);

/** Names of properties that are texts. */
export const TEXTS: ReadonlySet<string> = new Set([
  'accessLogsPrefix', 'accessPointArn', 'accessPointPath', 'authorizationEndpoint', 'bucketPrefix', 'clientId', 'containerName', 'containerPath', 'directoryPermissions',
  'dnsName', 'domainName', 'endpoint', 'env', 'environmentName', 'environmentVariable', 'family', 'fileSystemArn', 'format', 'healthyHttpCodes', 'host', 'hostName',
  'hostPath', 'hostname', 'issuer', 'latticeServiceIdentifier', 'listenerArn', 'loadBalancerArn', 'loadBalancerCanonicalHostedZoneId', 'loadBalancerDnsName',
  'logGroupName', 'logSource', 'messageGroupId', 'name', 'path', 'portName', 'prefix', 'scheme', 'scope', 'secureServerName', 'securityGroupId', 'serviceName',
  'sessionCookieName', 'site', 'snapshotId', 'source', 'stickinessCookieName', 'streamPrefix', 'targetContainerName', 'tokenEndpoint', 'url', 'user',
  'userInfoEndpoint', 'version', 'webAclArn', 'workingDirectory',
]);

/** Names of properties that are words of an enumeration. */
export const WORDS: ReadonlySet<string> = new Set([
  'mode', 'networkMode', 'onUnauthenticatedRequest', 'platformVersion', 'protocol', 'protocolVersion', 'removalPolicy', 'sslPolicy', 'versionConsistency', 'volumeType',
]);

/** Names of properties that are true or false. */
export const SWITCHES: ReadonlySet<string> = new Set([
  'allowRoot', 'apm', 'applicationSignals', 'assignPublicIp', 'availabilityZoneRebalancing', 'changeInPercent', 'circuitBreaker', 'cloudWorkloadSecurity',
  'continueOnTimeout', 'crossZoneEnabled', 'deletionProtection', 'disableNetworking', 'disableScaleIn', 'dogstatsd', 'ecsMetadata', 'enableExecuteCommand', 'enabled',
  'essential', 'highResolution', 'initProcess', 'interactive', 'internal', 'logs', 'managedTerminationProtection', 'messageOnly', 'preserveClientIp', 'privileged',
  'proxyProtocolV2', 'pseudoTerminal', 'raw', 'readOnly', 'readonlyRoot', 'readonlyRootFilesystem', 'remoteSampling', 'resetOnHealthyTask', 'rollback',
  'runOnRollback', 'scaleIn', 'scaleOut', 'schedules', 'strict',
]);

/** A group of options. */
export interface OptionGroup {
  readonly required: readonly string[];
  readonly example: string;
}

/** Groups of options that are items of lists, or have a name of their own: what each has at least, and an example. */
export const REQUIRED_OPTIONS: ReadonlyMap<string, OptionGroup> = new Map([
  ['band', { required: ['mine', 'of'], example: '{ mine: 1, of: 4 }' }],
  ['dependsOn', { required: ['containerName', 'condition'], example: "{ containerName: 'cache', condition: ecs.ContainerDependencyCondition.HEALTHY }" }],
  ['devices', { required: ['hostPath'], example: "{ hostPath: '/dev/fuse' }" }],
  ['earlySuccess', { required: ['healthyPercent'], example: '{ healthyPercent: 100 }' }],
  ['endpoints', { required: ['name'], example: "{ name: 'orders' }" }],
  ['listeners', { required: ['port'], example: '{ port: 443 }' }],
  ['queryStrings', { required: ['value'], example: "{ key: 'version', value: '2' }" }],
  ['statsd', { required: ['namespace'], example: "{ namespace: 'shop' }" }],
  ['steps', { required: ['change'], example: '{ lower: 100, change: 1 }' }],
  ['tls', { required: ['certificateAuthority'], example: '{ certificateAuthority }' }],
  ['tmpfs', { required: ['containerPath', 'sizeMiB'], example: "{ containerPath: '/tmp', sizeMiB: 64 }" }],
  ['ulimits', { required: ['name', 'softLimit', 'hardLimit'], example: '{ name: ecs.UlimitName.NOFILE, softLimit: 65536, hardLimit: 65536 }' }],
]);

/** Names of properties that are durations. */
export const DURATIONS: ReadonlySet<string> = new Set([
  'acceptableLatency', 'aggregationInterval', 'averageProcessingTime', 'bakeTime', 'canaryBakeTime', 'deploymentApprovalWaitTime', 'deregistrationDelay', 'dnsTtl',
  'expectWithin', 'flexibleWindow', 'healthCheckGracePeriod', 'idleTimeout', 'instanceWarmupPeriod', 'interval', 'maxEventAge', 'perRequestTimeout', 'period',
  'processingTime', 'protectionTime', 'restartAttemptPeriod', 'scaleInCooldown', 'scaleOutCooldown', 'schedulingBuffer', 'sessionTimeout', 'startTimeout', 'stepBakeTime',
  'stickinessCookieDuration', 'stopTimeout', 'terminationWaitTime', 'timeout', 'uploadAfter', 'visibilityTimeout',
]);

/** Names of properties whose values are texts by names of the user. */
export const MAPS_OF_TEXTS: ReadonlySet<string> = new Set([
  'dockerLabels', 'environment', 'environmentFromEvent', 'extraHosts', 'pluginOptions', 'systemControls', 'tags',
]);

/** Names of properties in which the user, an event or a program chooses the names. */
export const FREE: ReadonlySet<string> = new Set([
  'conditions', 'config', 'details', 'eventPattern', 'filterPolicy', 'filterPolicyWithMessageBody', 'headers', 'secrets', 'severities',
]);

/** Names of properties that are groups of options, with an example. */
export const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['healthCheck', "{ command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] }"],
  ['linux', '{ sharedMemoryMiB: 64 }'],
  ['logging', '{ logGroup }'],
  ['mutualAuthentication', '{ mutualAuthenticationMode: elbv2.MutualAuthenticationMode.VERIFY, trustStore }'],
  ['posixUser', '{ uid: 1000, gid: 1000 }'],
  ['emf', '{ logGroup }'],
  ['capabilities', '{ drop: [ecs.Capability.ALL] }'],
  ['suspended', '{ scaleIn: true }'],
  ['restartPolicy', '{ restartAttemptPeriod: Duration.minutes(5) }'],
  ['runtimePlatform', '{ cpuArchitecture: ecs.CpuArchitecture.ARM64 }'],
  ['targetHealthCheck', "{ path: '/health' }"],
  ['vpcSubnets', '{ subnets: [subnetA, subnetB] }'],
]);

/** A class or an interface of the CDK or of this library, by a member that its values have. */
export interface Kind {
  readonly member: string;
  /** The kind, and an example after a colon. */
  readonly words: string;
}

const kinds = (member: string, words: string, ...properties: readonly string[]): readonly (readonly [string, Kind])[] =>
  properties.map((property) => [property, { member, words }]);

/** Kinds of values, and of the items of lists, by the name of the property. */
export const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...kinds('_cpuArchitecture', 'an ecs.CpuArchitecture: ecs.CpuArchitecture.ARM64', 'cpuArchitecture'),
  ...kinds('_operatingSystemFamily', 'an ecs.OperatingSystemFamily: ecs.OperatingSystemFamily.LINUX', 'operatingSystemFamily'),
  ...kinds('_config', 'a TestTraffic: TestTraffic.onPort(9001)', 'testTraffic'),
  ...kinds('_configuration', 'a MaxCapacityBreach: MaxCapacityBreach.honor()', 'maxCapacityBreach'),
  ...kinds('_type', 'a CircuitBreakerThreshold: CircuitBreakerThreshold.taskCount(3)', 'circuitBreakerThreshold'),
  ...kinds('_check', 'an Ingress: Ingress.publicHttp()', 'ingress'),
  ...kinds('_check', 'an HttpApiTarget: HttpApiTarget.tasks({ dnsNamespace, name })', 'target'),
  ...kinds('_define', 'an OtelPipeline: OtelPipeline.xray()', 'pipelines'),
  ...kinds('_config', 'a DeploymentHook: DeploymentHook.lambda(handler, { stages })', 'hooks'),
  ...kinds('_instanceTypes', 'an Ec2Purchase: Ec2Purchase.mixed({ onDemandBase, instanceTypes })', 'purchase'),
  ...kinds('_mapping', 'a ContainerPort: ContainerPort.udp(53)', 'ports'),
  ...kinds('_options', 'a SignIn: SignIn.cognito({ userPool, userPoolClient, userPoolDomain })', 'signIn'),
  ...kinds('_requirement', 'Accelerators: Accelerators.gpu(1)', 'accelerators'),
  ...kinds('_route', 'a LogDestination: LogDestination.s3({ bucket })', 'destination'),
  ...kinds('_skips', 'a JobOverlap: JobOverlap.allow()', 'overlap'),
  ...kinds('_source', 'a Subscription: Subscription.topic(topic)', 'subscriptions'),
  ...kinds('accessPointId', 'an efs.IAccessPoint', 'accessPoint'),
  ...kinds('alarmArn', 'a cloudwatch.IAlarm: new cloudwatch.Alarm(this, \'Alarm\', { metric, threshold, evaluationPeriods })', 'alarms'),
  ...kinds('connections', "an ec2.IConnectable: ec2.Peer.ipv4('10.0.0.0/8')", 'allowFrom', 'prefixList'),
  ...kinds('bucketArn', 'an s3.IBucket', 'accessLogsBucket', 'bucket'),
  ...kinds('certificateArn', 'an acm.ICertificate', 'certificate', 'certificates'),
  ...kinds('bind', 'an ecs.EnvironmentFile: ecs.EnvironmentFile.fromBucket(bucket, key)', 'environmentFiles'),
  ...kinds('bind', "an ecs.ContainerImage: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27')", 'image'),
  ...kinds('bind', 'an apigatewayv2.IHttpRouteAuthorizer', 'authorizer'),
  ...kinds('certificateAuthorityArn', 'an acmpca.ICertificateAuthority', 'certificateAuthority'),
  ...kinds('deliveryStreamArn', 'a firehose.IDeliveryStream', 'deliveryStream'),
  ...kinds('eventBusName', "an events.IEventBus: events.EventBus.fromEventBusName(this, 'Bus', 'shop')", 'eventBus'),
  ...kinds('httpApiId', "an apigatewayv2.IHttpApi: new apigatewayv2.HttpApi(this, 'Api')", 'httpApi'),
  ...kinds('logGroupName', "a logs.ILogGroup: new logs.LogGroup(this, 'Logs')", 'logGroup'),
  ...kinds('prefixListId', 'an ec2.IPrefixList', 'cloudFrontPrefixList'),
  ...kinds('userPoolId', 'a cognito.IUserPool', 'userPool'),
  ...kinds('userPoolClientId', 'a cognito.IUserPoolClient', 'userPoolClient'),
  ...kinds('vpcLinkId', 'an apigatewayv2.IVpcLink', 'vpcLink'),
  ...kinds('bind', 'an ecs.CredentialSpec: ecs.DomainJoinedCredentialSpec.fromSsmParameter(parameter)', 'credentialSpec'),
  ...kinds('bind', 'an ecs.LogDriver: ecs.LogDrivers.firelens({ options })', 'logDriver'),
  ...kinds('toJson', 'an ecs.PlacementConstraint: ecs.PlacementConstraint.distinctInstances()', 'placementConstraints'),
  ...kinds('toJson', 'an ecs.PlacementStrategy: ecs.PlacementStrategy.spreadAcrossInstances()', 'placementStrategies'),
  ...kinds('hostedZoneId', 'a route53.IHostedZone: route53.HostedZone.fromLookup(this, \'Zone\', { domainName })', 'hostedZone'),
  ...kinds('architecture', "an ec2.InstanceType: new ec2.InstanceType('m7g.large')", 'instanceType', 'instanceTypes'),
  ...kinds('keyArn', 'a kms.IKey', 'encryptionKey', 'kmsKey'),
  ...kinds('namespaceId', "a cloudmap.INamespace: new cloudmap.PrivateDnsNamespace(this, 'Namespace', { name: 'shop.local', vpc })", 'dnsNamespace'),
  ...kinds('listenerArn', 'an elbv2.IApplicationListener', 'listener'),
  ...kinds('loadBalancerArn', 'a load balancer', 'loadBalancer'),
  ...kinds('toMetricConfig', 'a cloudwatch.IMetric', 'metricPerTask'),
  ...kinds('queueArn', "an sqs.IQueue: sqs.Queue.fromQueueArn(this, 'Queue', arn)", 'deadLetterQueue', 'queue'),
  ...kinds('roleArn', 'an iam.IRole', 'executionRole', 'infrastructureRole', 'role', 'taskRole'),
  ...kinds('securityGroupId', "an ec2.ISecurityGroup: ec2.SecurityGroup.fromSecurityGroupId(this, 'Group', 'sg-0123456789abcdef0')", 'securityGroup', 'securityGroups', 'vpcLinkSecurityGroup'),
  ...kinds('targetGroupArn', 'an elbv2.IApplicationTargetGroup', 'targetGroup'),
  ...kinds('topicArn', 'an sns.ITopic', 'onFailure', 'onSession', 'topic'),
  ...kinds('toBytes', 'a Size: Size.mebibytes(25)', 'maxBufferSize', 'volumeInitializationRate'),
  ...kinds('strategy', 'an Ec2Capacity', 'ec2Capacity'),
  ...kinds('timezoneName', "a TimeZone: TimeZone.of('Europe/Berlin')", 'timeZone'),
  ...kinds('vpcId', 'an ec2.IVpc', 'vpc'),
  ...kinds('subnetId', "an ec2.ISubnet: ec2.Subnet.fromSubnetId(this, 'Subnet', 'subnet-0123456789abcdef0')", 'subnets'),
]);
