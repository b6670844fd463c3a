import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html';

/**
 * Options of a ContainerPort.
 */
export interface ContainerPortOptions {
  /**
   * The name of the port mapping, unique in the task: lower-case letters, digits, hyphens and underscores, at most 64. Service Connect and VPC
   * Lattice find the port by this name.
   *
   * @default - no name
   */
  readonly name?: string;

  /**
   * The protocol that the application speaks on a named TCP port.
   *
   * @default - TCP
   */
  readonly appProtocol?: ecs.AppProtocol;

  /**
   * The port of the instance, in the network modes BRIDGE and HOST. Only one task of the service runs on an instance then.
   *
   * @default - the containerPort; in the network mode BRIDGE a port that ECS chooses
   */
  readonly hostPort?: number;
}

/**
 * A port that a container listens on, with what a plain number does not have: UDP, a name, a range.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 *
 * @example
 * new FargateWorkerService(this, 'Dns', { cluster, image, ports: [ContainerPort.udp(53), ContainerPort.tcp(8080, { name: 'admin' })] });
 */
export class ContainerPort {
  /**
   * A TCP port.
   *
   * @param port the port, 1 to 65535
   * @param options name, protocol of the application, port of the instance
   */
  public static tcp(port: number, options: ContainerPortOptions = {}): ContainerPort {
    return new ContainerPort({ ...options, containerPort: port, protocol: ecs.Protocol.TCP });
  }

  /**
   * A UDP port.
   *
   * @param port the port, 1 to 65535
   * @param options name, port of the instance
   */
  public static udp(port: number, options: ContainerPortOptions = {}): ContainerPort {
    return new ContainerPort({ ...options, containerPort: port, protocol: ecs.Protocol.UDP });
  }

  /**
   * A range of TCP ports, in the network modes AWS_VPC and BRIDGE.
   *
   * @param first the lowest port
   * @param last the highest port
   */
  public static tcpRange(first: number, last: number): ContainerPort {
    return ContainerPort.range(first, last, ecs.Protocol.TCP);
  }

  /**
   * A range of UDP ports, in the network modes AWS_VPC and BRIDGE.
   *
   * @param first the lowest port
   * @param last the highest port
   */
  public static udpRange(first: number, last: number): ContainerPort {
    return ContainerPort.range(first, last, ecs.Protocol.UDP);
  }

  private static range(first: number, last: number, protocol: ecs.Protocol): ContainerPort {
    if (Token.isUnresolved(first) || Token.isUnresolved(last)) {
      refuse({
        headline: 'a port of the range is a token, and the CDK needs the ports at synthesis',
        at: 'ContainerPort',
        fix: 'write the numbers of the ports',
        docs: DOCS,
      });
    }
    for (const [name, port] of [['first', first], ['last', last]] as const) checkWholeNumber('ContainerPort', name, port, { min: 1, max: 65535, docs: DOCS });
    const containerPortRange = `${first}-${last}`;
    return new ContainerPort({ containerPort: ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE, containerPortRange, protocol });
  }

  private constructor(/** @internal */ public readonly _mapping: ecs.PortMapping) {}

  /**
   * True if the mapping is the TCP port of this number.
   *
   * @internal
   */
  public _isTcp(port: number): boolean {
    return this._mapping.containerPort === port && this._mapping.protocol === ecs.Protocol.TCP;
  }
}
