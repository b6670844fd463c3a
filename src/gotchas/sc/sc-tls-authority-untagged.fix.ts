import * as acmpca from 'aws-cdk-lib/aws-acmpca';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const authority = new acmpca.CfnCertificateAuthority(stack, 'Authority', {
    type: 'ROOT',
    keyAlgorithm: 'EC_prime256v1',
    signingAlgorithm: 'SHA256WITHECDSA',
    subject: { commonName: 'shop' },
    usageMode: 'SHORT_LIVED_CERTIFICATE',
  });
  const policy = 'service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity';
  const role = new iam.Role(stack, 'ConnectTls', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  service.enableServiceConnect({
    namespace: 'shop.local',
    services: [{ portMappingName: 'http', tls: { awsPcaAuthorityArn: authority.attrArn, role } }],
  });
};

export const plain: Fix = ({ stack, service }) => {
  const authority = new acmpca.CfnCertificateAuthority(stack, 'Authority', {
    type: 'ROOT',
    keyAlgorithm: 'EC_prime256v1',
    signingAlgorithm: 'SHA256WITHECDSA',
    subject: { commonName: 'shop' },
    usageMode: 'SHORT_LIVED_CERTIFICATE',
    tags: [{ key: 'AmazonECSManaged', value: 'true' }],
  });
  const policy = 'service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity';
  const role = new iam.Role(stack, 'ConnectTls', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  service.enableServiceConnect({
    namespace: 'shop.local',
    services: [{ portMappingName: 'http', tls: { awsPcaAuthorityArn: authority.attrArn, role } }],
  });
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const { attrArn } = new acmpca.CfnCertificateAuthority(stack, 'Authority', {
    type: 'ROOT',
    keyAlgorithm: 'EC_prime256v1',
    signingAlgorithm: 'SHA256WITHECDSA',
    subject: { commonName: 'shop' },
    usageMode: 'SHORT_LIVED_CERTIFICATE',
    tags: [{ key: 'AmazonECSManaged', value: 'true' }],
  });
  const certificateAuthority = acmpca.CertificateAuthority.fromCertificateAuthorityArn(stack, 'Signer', attrArn);
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders', tls: { certificateAuthority } }],
  });
};
