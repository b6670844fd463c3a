import { readContainerSettings } from './container-settings';
import { readImageRepository } from '../images/image-repositories';
import { readLogging } from './logging';
import { readSecret, readSecretFrom } from './secrets';
import { imagePlatform } from '../../cloudformation/image-assets';
import { Reference } from '../../cloudformation/resolved';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { list, optional, orDefault, required } from '../../cloudformation/value-helpers';
import type { ContainerFacts, DependencyFacts, EnvironmentFacts, HealthCheckFacts, MountFacts, PortFacts } from '../../facts/container';
import { Unknown } from '../../facts/fact';
import { HOLE, imageFacts, type ImageFacts } from '../../facts/image';
import { cpuUnits } from '../../facts/units';

/** A container definition. */
export function readContainer(container: Value): ContainerFacts {
  return {
    name: required(container.get('Name').text()),
    image: readImage(container.get('Image')),
    essential: orDefault(container.get('Essential').flag(), true),
    cpuUnits: cpuUnits(container.get('Cpu').text()),
    memoryMiB: container.get('Memory').number(),
    memoryReservationMiB: container.get('MemoryReservation').number(),
    ports: list(container.get('PortMappings'), readPort),
    healthCheck: optional(container.get('HealthCheck'), readHealthCheck),
    dependsOn: list(container.get('DependsOn'), readDependency),
    environment: list(container.get('Environment'), readEnvironment),
    secrets: list(container.get('Secrets'), readSecret),
    startSecrets: readStartSecrets(container),
    hasRepositoryCredentials: container.get('RepositoryCredentials').isSet(),
    logging: isInOtherCase(container, 'LogConfiguration') ? new Unknown('the log configuration is written in another case') : optional(container.get('LogConfiguration'), readLogging),
    startTimeoutSeconds: container.get('StartTimeout').number(),
    stopTimeoutSeconds: container.get('StopTimeout').number(),
    mounts: list(container.get('MountPoints'), readMount),
    privileged: orDefault(container.get('Privileged').flag(), false),
    readonlyRootFilesystem: orDefault(container.get('ReadonlyRootFilesystem').flag(), false),
    user: container.get('User').text(),
    isLogRouter: container.get('FirelensConfiguration').isSet(),
    ...readContainerSettings(container),
  };
}

/** Secrets that ECS reads for the container itself: those of its registry and of its log driver. */
function readStartSecrets(container: Value): ContainerFacts['startSecrets'] {
  const ofRegistry = container.at('RepositoryCredentials', 'CredentialsParameter');
  const ofLogs = list(container.at('LogConfiguration', 'SecretOptions'), readSecret);
  if (ofLogs instanceof Unknown) return ofLogs;
  return ofRegistry.isSet() === false ? ofLogs : [readSecretFrom('repositoryCredentials', ofRegistry), ...ofLogs];
}

/** The image of a container. */
export function readImage(image: Value): ImageFacts {
  const pieces = image.pieces();
  const text = pieces.map(textOfImage).join('');
  const facts = { ...imageFacts(required(text === '' || text === HOLE ? image.text() : text)), repository: readImageRepository(image) };
  const { imagePlatforms } = image.template.source;
  return imagePlatforms && typeof facts.tag === 'string' && ASSET_TAG.test(facts.tag) ? { ...facts, platform: imagePlatform(imagePlatforms(), facts.tag) } : facts;
}

// A prefix of the app's own, and the hash of what the image is built from.
const ASSET_TAG = /[0-9a-f]{64}$/;

// The known part of a repository's address shows its registry, and contains nothing of the tag.
function textOfImage(piece: TextPiece): string {
  if (typeof piece === 'string') return piece;
  const isRepository = piece instanceof Reference && piece.resource.type === 'AWS::ECR::Repository';
  if (!isRepository) return HOLE;
  return piece.attribute === 'RepositoryUri' ? `${HOLE}.dkr.ecr.${HOLE}/repository` : piece.attribute === undefined ? `${HOLE}repository` : HOLE;
}

function readPort(port: Value): PortFacts {
  return {
    containerPort: isInOtherCase(port, 'ContainerPort') ? new Unknown('the port is written in another case') : port.get('ContainerPort').number(),
    hostPort: port.get('HostPort').number(),
    protocol: orDefault(port.get('Protocol').text(), 'tcp'),
    name: port.get('Name').text(),
    appProtocol: port.get('AppProtocol').text(),
    containerPortRange: port.get('ContainerPortRange').text(),
  };
}

function readHealthCheck(check: Value): HealthCheckFacts {
  return {
    command: list(check.get('Command'), (word) => required(word.text())),
    intervalSeconds: check.get('Interval').number(),
    timeoutSeconds: check.get('Timeout').number(),
    retries: check.get('Retries').number(),
    startPeriodSeconds: check.get('StartPeriod').number(),
  };
}

function readDependency(dependency: Value): DependencyFacts {
  return {
    containerName: required(dependency.get('ContainerName').text()),
    condition: required(dependency.get('Condition').word('START', 'COMPLETE', 'SUCCESS', 'HEALTHY')),
  };
}

/** A variable of the environment. */
export function readEnvironment(entry: Value): EnvironmentFacts {
  const pieces = entry.get('Value').pieces().filter((piece) => piece !== '');
  // A credential may stand in a text of which the deployment only adds the host.
  const text = pieces.length > 1 ? pieces.map((piece) => typeof piece === 'string' ? piece : HOLE).join('') : undefined;
  const [only] = pieces;
  return {
    name: required(entry.get('Name').text()),
    value: text ?? entry.get('Value').text(),
    isNameOfParameter: pieces.length === 1 && only instanceof Reference && only.resource.type === 'AWS::SSM::Parameter' && only.attribute === undefined,
  };
}

function readMount(mount: Value): MountFacts {
  return {
    volume: mount.get('SourceVolume').text(),
    path: mount.get('ContainerPath').text(),
    readOnly: orDefault(mount.get('ReadOnly').flag(), false),
  };
}

/** CloudFormation does not read a property such as `logConfiguration`, as the API of ECS writes it. */
function isInOtherCase(properties: Value, property: string): boolean {
  if (properties.get(property).isSet() !== false) return false;
  const entries = properties.entries();
  return !(entries instanceof Unknown) && entries.some(([name]) => name.toLowerCase() === property.toLowerCase());
}
