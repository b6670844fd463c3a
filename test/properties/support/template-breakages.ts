import type { Parts } from './template-parts';

/** A change of the valid template, and the entry of the catalogue that must name it. */
export type TemplateBreakage = readonly [id: string, change: string, apply: (parts: Parts) => void];

/** Rules for task definitions and their containers. */
const TASKS: readonly TemplateBreakage[] = [
  ['td-fargate-size-pair', 'a pair that is not sold', ({ webTask }) => { webTask.Memory = '9999'; }],
  ['td-fargate-not-declared', 'made for instances only', ({ webTask }) => { webTask.RequiresCompatibilities = ['EC2']; }],
  ['td-execution-role-missing', 'no execution role', ({ webTask }) => { delete webTask.ExecutionRoleArn; }],
  ['td-containers-exceed-task', 'more memory than the task', ({ app }) => { app.Memory = 4096; }],
  ['td-duplicate-container-name', 'one name twice', ({ proxy }) => { proxy.Name = 'app'; }],
  ['td-limits', 'a name with a blank', ({ proxy }) => { proxy.Name = 'my proxy'; }],
  ['td-limits', 'eleven containers', ({ webTask, proxy }) => {
    for (let n = 0; n < 9; n++) webTask.ContainerDefinitions.push({ ...proxy, Name: `proxy${n}` });
  }],
  ['td-ec2-no-memory', 'no memory anywhere', ({ workerTask }) => { delete workerTask.ContainerDefinitions[0].Memory; }],
  ['td-env-secret-name-clash', 'a variable that is a secret too', ({ app }) => { app.Environment.push({ Name: 'PASSWORD', Value: 'later' }); }],
  ['td-hostport-mismatch', 'another host port on Fargate', ({ app }) => { app.PortMappings[0].HostPort = 8080; }],
  ['td-port-range', 'a port above the last', ({ app }) => { app.PortMappings[0].ContainerPort = 70000; }],
  ['td-port-collision', 'one port in two containers', ({ app, proxy }) => { proxy.PortMappings = structuredClone(app.PortMappings); }],
  ['td-mountpoint-unknown-volume', 'a volume that is not there', ({ app }) => { app.MountPoints[0].SourceVolume = 'gone'; }],
  ['td-stop-timeout-range', 'a stop timeout over two minutes', ({ app }) => { app.StopTimeout = 600; }],
  ['td-secret-reference-form', 'the ARN of an object', ({ app }) => { app.Secrets[0].ValueFrom = 'arn:aws:s3:::bucket/key'; }],
  ['td-envfile-rules', 'a file that is no .env', ({ app }) => { app.EnvironmentFiles = [{ Type: 's3', Value: 'arn:aws:s3:::shop/variables.txt' }]; }],
  ['td-fargate-unsupported-params', 'privileged', ({ app }) => { app.Privileged = true; }],
  ['td-gpu-request', 'a GPU on Fargate', ({ app }) => { app.ResourceRequirements = [{ Type: 'GPU', Value: '1' }]; }],
  ['td-systemcontrols-shared', 'a kernel parameter of the host', ({ app }) => { app.SystemControls = [{ Namespace: 'vm.swappiness', Value: '1' }]; }],
  ['td-nofile-ulimit', 'a soft limit above the hard one', ({ app }) => { app.Ulimits = [{ Name: 'nofile', SoftLimit: 9000, HardLimit: 4000 }]; }],
  ['td-windows-limits', 'Windows with Linux parameters', ({ webTask, app }) => {
    webTask.RuntimePlatform = { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', CpuArchitecture: 'X86_64' };
    app.LinuxParameters = { InitProcessEnabled: true };
  }],
  ['dep-cycle', 'each waits for the other', ({ app }) => { app.DependsOn = [{ ContainerName: 'proxy', Condition: 'START' }]; }],
  ['dep-cycle', 'one that is not there', ({ proxy }) => { proxy.DependsOn[0].ContainerName = 'gone'; }],
  ['dep-healthy-without-healthcheck', 'no health check', ({ app }) => { delete app.HealthCheck; }],
  ['dep-complete-on-essential', 'the end of an essential one', ({ proxy }) => { proxy.DependsOn[0].Condition = 'SUCCESS'; }],
  ['dep-no-essential', 'none is essential', ({ app }) => { app.Essential = false; }],
  ['dep-healthcheck-ranges', 'an interval of an hour', ({ app }) => { app.HealthCheck.Interval = 3600; }],
  ['dep-healthcheck-command-form', 'a bare command', ({ app }) => { app.HealthCheck.Command = ['curl -f http://localhost/']; }],
  ['dep-links-outside-bridge', 'a link on Fargate', ({ app }) => { app.Links = ['proxy']; }],
  ['dep-restart-policy-hides-crash', 'attempts every second', ({ app }) => { app.RestartPolicy = { Enabled: true, RestartAttemptPeriod: 1 }; }],
  ['log-awslogs-options', 'no region', ({ app }) => { delete app.LogConfiguration.Options['awslogs-region']; }],
  ['log-driver-not-supported', 'a driver that Fargate has not', ({ app }) => { app.LogConfiguration = { LogDriver: 'syslog' }; }],
  ['log-firelens-router', 'no router', ({ app }) => { app.LogConfiguration = { LogDriver: 'awsfirelens', Options: { Name: 'cloudwatch' } }; }],
  ['log-group-missing', 'a group that nothing makes', ({ app }) => { app.LogConfiguration.Options['awslogs-group'] = '/gone'; }],
  ['log-none', 'no log configuration', ({ app }) => { delete app.LogConfiguration; }],
  ['sec-secret-in-plain-environment', 'a password', ({ app }) => { app.Environment.push({ Name: 'DB_PASSWORD', Value: 'hunter2-correct-horse' }); }],
  ['sec-privileged', 'privileged on an instance', ({ workerTask }) => { workerTask.ContainerDefinitions[0].Privileged = true; }],
  ['dpl-mutable-image-tag', 'latest', ({ app }) => { app.Image = 'public.ecr.aws/nginx/nginx:latest'; }],
  ['sto-duplicate-volume-name', 'one volume twice', ({ webTask }) => { webTask.Volumes.push({ Name: 'scratch' }); }],
  ['sto-fargate-volume-kinds', 'a directory of the host', ({ webTask }) => { webTask.Volumes[0].Host = { SourcePath: '/data' }; }],
  ['sto-efs-iam-or-ap-needs-tls', 'IAM without TLS', ({ webTask }) => {
    webTask.Volumes.push({ Name: 'efs', EFSVolumeConfiguration: { FilesystemId: 'fs-1', TransitEncryption: 'DISABLED', AuthorizationConfig: { IAM: 'ENABLED' } } });
  }],
  ['iam-same-role-for-both', 'one role for both', ({ webTask }) => { webTask.TaskRoleArn = webTask.ExecutionRoleArn; }],
  ['iam-exec-role-secrets-kms', 'the policy is gone', (parts) => parts.remove('AWS::IAM::Policy')],
];

/** Rules for services and what is around them. */
const SERVICES: readonly TemplateBreakage[] = [
  ['dpl-percent-deadlock', 'no room', ({ web }) => { Object.assign(web.DeploymentConfiguration, { MinimumHealthyPercent: 100, MaximumPercent: 100 }); }],
  ['dpl-launch-type-and-strategy', 'both', ({ web }) => { web.CapacityProviderStrategy = [{ CapacityProvider: 'FARGATE', Weight: 1 }]; }],
  ['dpl-no-failure-detection', 'no circuit breaker', ({ web }) => { delete web.DeploymentConfiguration.DeploymentCircuitBreaker; }],
  ['dpl-bluegreen-wiring', 'blue/green without another target group', ({ web }) => { web.DeploymentConfiguration.Strategy = 'BLUE_GREEN'; }],
  ['dpl-codedeploy-controller-rules', 'a circuit breaker under CodeDeploy', ({ web }) => { web.DeploymentController = { Type: 'CODE_DEPLOY' }; }],
  ['scl-desired-count-reset', 'a desired count', ({ web }) => { web.DesiredCount = 3; }],
  ['scl-min-above-max', 'upside down', (parts) => { parts.only('AWS::ApplicationAutoScaling::ScalableTarget').MinCapacity = 20; }],
  ['scl-no-policy', 'no policy', (parts) => parts.remove('AWS::ApplicationAutoScaling::ScalingPolicy')],
  ['scl-target-out-of-reach', 'a target above all', (parts) => {
    parts.only('AWS::ApplicationAutoScaling::ScalingPolicy').TargetTrackingScalingPolicyConfiguration.TargetValue = 250;
  }],
  ['scl-zero-cannot-return', 'down to zero', (parts) => { parts.only('AWS::ApplicationAutoScaling::ScalableTarget').MinCapacity = 0; }],
  ['scl-policies-fight', 'two on CPU', (parts) => {
    parts.again(parts.only('AWS::ApplicationAutoScaling::ScalingPolicy'), { PolicyName: 'again' });
  }],
  ['scl-wrong-target', 'another dimension', (parts) => {
    parts.only('AWS::ApplicationAutoScaling::ScalableTarget').ScalableDimension = 'ec2:spot-fleet-request:TargetCapacity';
  }],
  ['net-lb-container-port-missing', 'a port that is not mapped', ({ web }) => { web.LoadBalancers[0].ContainerPort = 81; }],
  ['net-lb-container-port-missing', 'a container that is not there', ({ web }) => { web.LoadBalancers[0].ContainerName = 'gone'; }],
  ['net-target-type-mismatch', 'targets are instances', (parts) => { parts.only('AWS::ElasticLoadBalancingV2::TargetGroup').TargetType = 'instance'; }],
  ['net-target-group-unattached', 'no rule leads to it', (parts) => parts.remove('AWS::ElasticLoadBalancingV2::ListenerRule')],
  ['net-rule-priority-taken', 'one priority twice', (parts) => { parts.again(parts.only('AWS::ElasticLoadBalancingV2::ListenerRule'), {}); }],
  ['net-rule-limits', 'a priority above the last', (parts) => { parts.only('AWS::ElasticLoadBalancingV2::ListenerRule').Priority = 60000; }],
  ['net-tls-listener', 'HTTPS without a certificate', (parts) => { parts.only('AWS::ElasticLoadBalancingV2::Listener').Protocol = 'HTTPS'; }],
  ['net-health-check-misfit', 'a timeout above the interval', (parts) => {
    Object.assign(parts.only('AWS::ElasticLoadBalancingV2::TargetGroup'), { HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 20 });
  }],
  ['net-alb-one-subnet', 'one subnet', (parts) => { parts.only('AWS::ElasticLoadBalancingV2::LoadBalancer').Subnets.length = 1; }],
  ['net-network-config-mode', 'no network configuration', ({ web }) => { delete web.NetworkConfiguration; }],
  ['net-grace-period-missing', 'no grace period', ({ web }) => { delete web.HealthCheckGracePeriodSeconds; }],
  ['net-single-az', 'one subnet', ({ web }) => { web.NetworkConfiguration.AwsvpcConfiguration.Subnets.length = 1; }],
  ['net-subnet-sg-limits', 'six security groups', ({ web }) => {
    web.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups = ['sg-1', 'sg-2', 'sg-3', 'sg-4', 'sg-5', 'sg-6'];
  }],
  ['net-too-many-target-groups', 'six of them', ({ web }) => { for (let n = 0; n < 5; n++) web.LoadBalancers.push({ ...web.LoadBalancers[0], TargetGroupArn: `arn:${n}` }); }],
  ['net-task-sg-blocks-lb', 'no rule allows it', (parts) => parts.remove('AWS::EC2::SecurityGroupIngress')],
  ['net-no-egress-path', 'no routes', (parts) => parts.remove('AWS::EC2::Route')],
  ['net-dns-attributes-off', 'no host names', (parts) => { Object.assign(parts.only('AWS::EC2::VPC'), { EnableDnsHostnames: false, EnableDnsSupport: false }); }],
  ['net-target-group-shared', 'by two services', (parts) => { parts.again(parts.web, { ServiceName: 'other' }); }],
  ['sd-no-health-config', 'no health configuration', (parts) => { delete parts.only('AWS::ServiceDiscovery::Service').HealthCheckCustomConfig; }],
  ['sd-registry-not-wired', 'no registry', ({ web }) => { delete web.ServiceRegistries; }],
  ['ops-platform-version-retired', '1.2.0', ({ web }) => { web.PlatformVersion = '1.2.0'; }],
  ['ec2-provider-not-associated', 'no association', (parts) => parts.remove('AWS::ECS::ClusterCapacityProviderAssociations')],
  ['ec2-capacity-provider-weights', 'every weight is 0', ({ worker }) => { worker.CapacityProviderStrategy[0].Weight = 0; }],
  ['ec2-capacity-too-small', 'more memory than an instance', ({ workerTask }) => { workerTask.ContainerDefinitions[0].Memory = 999999; }],
  ['ec2-daemon-rules', 'a daemon with a desired count', ({ worker }) => { Object.assign(worker, { SchedulingStrategy: 'DAEMON', DesiredCount: 2 }); }],
  ['ec2-placement-overconstrained', 'six strategies', ({ worker }) => {
    worker.PlacementStrategies = Array.from({ length: 6 }, () => ({ Type: 'spread', Field: 'instanceId' }));
  }],
];

export const BREAKAGES: readonly TemplateBreakage[] = [...TASKS, ...SERVICES];
