import type * as acmpca from 'aws-cdk-lib/aws-acmpca';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * Protocol of the container behind an endpoint, as the proxies read it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export enum ServiceConnectProtocol {
  /** HTTP/1.1: with metrics, retries and a timeout for each request. */
  HTTP = 'http',

  /** HTTP/2: the same. */
  HTTP2 = 'http2',

  /** gRPC: the same. */
  GRPC = 'grpc',

  /** Anything else: connections are passed on as they are. */
  TCP = 'tcp',
}

/**
 * Encryption of calls to an endpoint, from proxy to proxy. The containers still send plain text to their proxy.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html
 */
export interface ServiceConnectTls {
  /**
   * The private certificate authority that signs the certificates.
   *
   * The managed policy of the role takes only one with the tag `AmazonECSManaged`: `true`. ECS renews certificates every
   * five days, so the cheaper short-lived mode is enough.
   */
  readonly certificateAuthority: acmpca.ICertificateAuthority;

  /**
   * The key that the private keys are encrypted with.
   *
   * @default - a key that AWS manages
   */
  readonly kmsKey?: kms.IKey;

  /**
   * The infrastructure role with which ECS gets the certificates.
   *
   * @default - a new one with the AWS managed policy for it, which may use the `kmsKey`
   */
  readonly role?: iam.IRole;
}

/**
 * A port of a service that other services of the namespace call.
 */
export interface ServiceConnectEndpoint {
  /**
   * The name of the endpoint, unique in the namespace: 1 to 64 lowercase letters, digits, underscores and hyphens.
   */
  readonly name: string;

  /**
   * The name that callers resolve.
   *
   * @default - the name of the endpoint
   */
  readonly dnsName?: string;

  /**
   * The port that callers connect to.
   *
   * @default - the port of the container
   */
  readonly port?: number;

  /**
   * The port of the container that answers.
   *
   * @default - the first port of the container
   */
  readonly containerPort?: number;

  /**
   * The container that answers.
   *
   * @default - the main container
   */
  readonly containerName?: string;

  /**
   * Protocol of the container on the port. ECS never changes it for a port of the same name.
   *
   * @default - that of the port mapping if it already has a name; ServiceConnectProtocol.HTTP otherwise
   */
  readonly appProtocol?: ServiceConnectProtocol;

  /**
   * The name that the port gets in the task definition.
   *
   * @default - the one that it has, or the name of the endpoint
   */
  readonly portName?: string;

  /**
   * The port that the proxy listens on, from 1025. Traffic to the port of the container, such as that of a load balancer, then bypasses the proxy.
   *
   * @default - the port of the container, all of whose traffic the proxy gets; one that ECS chooses in network mode bridge
   */
  readonly ingressPortOverride?: number;

  /**
   * Time after which the proxy closes a silent connection. Zero is without a limit.
   *
   * @default - 5 min, and 1 h for TCP
   */
  readonly idleTimeout?: Duration;

  /**
   * Time for an answer of the container: callers get a 504 after it. Zero is without a limit. Not for TCP.
   *
   * @default - 15 s, as ECS has it
   */
  readonly perRequestTimeout?: Duration;

  /**
   * Encryption of the calls.
   *
   * @default - calls are plain text inside the VPC
   */
  readonly tls?: ServiceConnectTls;

  /**
   * Callers of the endpoint, for which the port is opened. Services among them are created after this one.
   *
   * `connectTo` of the caller does the same, and passes the address too.
   *
   * @default - the port is not opened
   */
  readonly allowFrom?: ec2.IConnectable[];
}
