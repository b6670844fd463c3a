import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { fargateWeb, Surroundings, worker } from './app';
import type { Changes } from './changes-of-services';
import type { Definition } from './diff';
import {
  AdditionalTarget, Ingress, LatticeIngress, LatticeProtocol, NetworkIngress,
  type AdditionalTargetProps, type LatticeIngressProps, type NetworkIngressProps, type NetworkListenerOptions,
} from '../../src';

const network = (props: Partial<NetworkIngressProps> = {}): Definition => (stack) => {
  new NetworkIngress(stack, 'Network', { service: worker(stack), listeners: [{ port: 443, containerPort: 8080 }], ...props });
};
const listening = (...listeners: NetworkListenerOptions[]) => network({ listeners });

const additional = (props: Partial<AdditionalTargetProps> = {}): Definition => fargateWeb({}, (service, _, stack) => {
  new AdditionalTarget(stack, 'Admin', { service, ingress: Ingress.publicHttp(), containerPort: 9000, ...props });
});

const lattice = (props: Partial<LatticeIngressProps> = {}): Definition => (stack) => {
  new LatticeIngress(stack, 'Calls', { service: worker(stack), prefixList: Surroundings.of(stack).prefixList, containerPort: 8080, ...props });
};

/** Of the ways in that are attached to a service. */
export const changesOfWaysIn: Changes = {
  'network: added': [(stack) => void worker(stack), network()],
  'network: container port': [network(), listening({ port: 443, containerPort: 9090 })],
  'network: listener added': [network(), listening({ port: 9090 }, { port: 443, containerPort: 8080 })],
  'network: TCP to TLS': [network(), (stack) => {
    const certificate = acm.Certificate.fromCertificateArn(stack, 'Tls', 'arn:aws:acm:eu-west-1:123456789012:certificate/2');
    listening({ port: 443, containerPort: 8080, protocol: Protocol.TLS, certificates: [certificate] })(stack);
  }],
  'network: TCP to TCP and UDP': [network(), listening({ port: 443, containerPort: 8080, protocol: Protocol.TCP_UDP })],
  'network: TCP to UDP': [network(), listening({ port: 443, containerPort: 8080, protocol: Protocol.UDP, healthCheck: { port: '8080' } })],
  'network: port': [network(), listening({ port: 8443, containerPort: 8080 })],
  'network: public to internal': [network(), network({ internal: true })],
  'network: internal to public': [network({ internal: true }), network()],
  'network: callers': [network(), network({ allowFrom: [] })],
  'network: health check': [network(), listening({ port: 443, containerPort: 8080, healthCheck: { interval: Duration.seconds(5) } })],
  'additional target: added': [fargateWeb(), additional()],
  'additional target: container port': [additional(), additional({ containerPort: 9001 })],
  'additional target: public to internal': [additional(), additional({ ingress: Ingress.internalHttp() })],
  'VPC Lattice: added': [(stack) => void worker(stack), lattice()],
  'VPC Lattice: container port': [lattice(), lattice({ containerPort: 9090 })],
  'VPC Lattice: target protocol': [lattice(), lattice({ targetProtocol: LatticeProtocol.HTTPS })],
  'VPC Lattice: listener': [lattice(), lattice({ listenerProtocol: LatticeProtocol.HTTP })],
  'VPC Lattice: health check': [lattice(), lattice({ healthCheck: { path: '/health' } })],
};
