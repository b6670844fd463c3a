import { shapeReader, type Shape } from '../shape';

const SECRET: Shape = { 'Name!': 'value', 'ValueFrom!': 'value' };

const LINUX: Shape = {
  Capabilities: { Add: ['value'], Drop: ['value'] },
  Devices: [{ ContainerPath: 'value', HostPath: 'value', Permissions: ['value'] }],
  InitProcessEnabled: 'value',
  MaxSwap: 'value',
  SharedMemorySize: 'value',
  Swappiness: 'value',
  Tmpfs: [{ 'ContainerPath': 'value', 'MountOptions': ['value'], 'Size!': 'value' }],
};

const CONTAINER: Shape = {
  'Command': ['value'],
  'Cpu': 'value',
  'CredentialSpecs': ['value'],
  'DependsOn': [{ Condition: 'value', ContainerName: 'value' }],
  'DisableNetworking': 'value',
  'DnsSearchDomains': ['value'],
  'DnsServers': ['value'],
  'DockerLabels': 'map',
  'DockerSecurityOptions': ['value'],
  'EntryPoint': ['value'],
  'Environment': [{ Name: 'value', Value: 'value' }],
  'EnvironmentFiles': [{ Type: 'value', Value: 'value' }],
  'Essential': 'value',
  'ExtraHosts': [{ Hostname: 'value', IpAddress: 'value' }],
  'FirelensConfiguration': { Options: 'map', Type: 'value' },
  'HealthCheck': { Command: ['value'], Interval: 'value', Retries: 'value', StartPeriod: 'value', Timeout: 'value' },
  'Hostname': 'value',
  'Image!': 'value',
  'Interactive': 'value',
  'Links': ['value'],
  'LinuxParameters': LINUX,
  'LogConfiguration': { 'LogDriver!': 'value', 'Options': 'map', 'SecretOptions': [SECRET] },
  'Memory': 'value',
  'MemoryReservation': 'value',
  'MountPoints': [{ ContainerPath: 'value', ReadOnly: 'value', SourceVolume: 'value' }],
  'Name!': 'value',
  'PortMappings': [{ AppProtocol: 'value', ContainerPort: 'value', ContainerPortRange: 'value', HostPort: 'value', Name: 'value', Protocol: 'value' }],
  'Privileged': 'value',
  'PseudoTerminal': 'value',
  'ReadonlyRootFilesystem': 'value',
  'RepositoryCredentials': { CredentialsParameter: 'value' },
  // The schema needs a value, which GPUs with a sharing strategy lack.
  'ResourceRequirements': [{ 'Type!': 'value', 'Value': 'value', 'SharingStrategy': 'value' }],
  'RestartPolicy': { Enabled: 'value', IgnoredExitCodes: ['value'], RestartAttemptPeriod: 'value' },
  'Secrets': [SECRET],
  'StartTimeout': 'value',
  'StopTimeout': 'value',
  'SystemControls': [{ Namespace: 'value', Value: 'value' }],
  'Ulimits': [{ 'HardLimit!': 'value', 'Name!': 'value', 'SoftLimit!': 'value' }],
  'User': 'value',
  'VersionConsistency': 'value',
  'VolumesFrom': [{ ReadOnly: 'value', SourceContainer: 'value' }],
  'WorkingDirectory': 'value',
};

const VOLUME: Shape = {
  ConfiguredAtLaunch: 'value',
  DockerVolumeConfiguration: { Autoprovision: 'value', Driver: 'value', DriverOpts: 'map', Labels: 'map', Scope: 'value' },
  EFSVolumeConfiguration: {
    'AuthorizationConfig': { AccessPointId: 'value', IAM: 'value' },
    'FilesystemId!': 'value',
    'RootDirectory': 'value',
    'TransitEncryption': 'value',
    'TransitEncryptionPort': 'value',
  },
  FSxWindowsFileServerVolumeConfiguration: {
    'AuthorizationConfig': { 'CredentialsParameter!': 'value', 'Domain!': 'value' }, 'FileSystemId!': 'value', 'RootDirectory!': 'value',
  },
  Host: { SourcePath: 'value' },
  Name: 'value',
  S3FilesVolumeConfiguration: { 'AccessPointArn': 'value', 'FileSystemArn!': 'value', 'RootDirectory': 'value', 'TransitEncryptionPort': 'value' },
};

/** The properties of `AWS::ECS::TaskDefinition`, as the schema of CloudFormation has them. */
export const TASK_SHAPE: Shape = {
  ContainerDefinitions: [CONTAINER],
  Cpu: 'value',
  EnableFaultInjection: 'value',
  EphemeralStorage: { SizeInGiB: 'value' },
  ExecutionRoleArn: 'value',
  Family: 'value',
  InferenceAccelerators: [{ DeviceName: 'value', DeviceType: 'value' }],
  IpcMode: 'value',
  Memory: 'value',
  NetworkMode: 'value',
  PidMode: 'value',
  PlacementConstraints: [{ 'Expression': 'value', 'Type!': 'value' }],
  ProxyConfiguration: { 'ContainerName!': 'value', 'ProxyConfigurationProperties': [{ Name: 'value', Value: 'value' }], 'Type': 'value' },
  RequiresCompatibilities: ['value'],
  RuntimePlatform: { CpuArchitecture: 'value', OperatingSystemFamily: 'value' },
  Tags: 'any',
  TaskRoleArn: 'value',
  Volumes: [VOLUME],
};

/** Parts of a task definition that do not have the shape of its schema. */
export const readTaskShape = shapeReader(TASK_SHAPE);
