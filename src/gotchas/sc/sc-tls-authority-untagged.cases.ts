import type { Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function signed(stack: Stack, authority: unknown): void {
  connected(stack, { Tls: { IssuerCertificateAuthority: { AwsPcaAuthorityArn: authority } } });
}

function tagged(stack: Stack, ...tags: readonly { readonly Key: string; readonly Value: unknown }[]): unknown {
  return resource(stack, 'Authority', 'AWS::ACMPCA::CertificateAuthority', {
    Type: 'ROOT', KeyAlgorithm: 'EC_prime256v1', SigningAlgorithm: 'SHA256WITHECDSA', Subject: { CommonName: 'shop' }, UsageMode: 'SHORT_LIVED_CERTIFICATE', Tags: tags,
  }).getAtt('Arn');
}

export const cases: readonly GotchaCase[] = [
  { name: 'the authority has no tags', caught: true, app: (stack) => signed(stack, tagged(stack)) },
  { name: 'the authority has the tag with another value', caught: true, app: (stack) => signed(stack, tagged(stack, { Key: 'AmazonECSManaged', Value: 'yes' })) },
  { name: 'the authority has the tag', caught: false, app: (stack) => signed(stack, tagged(stack, { Key: 'team', Value: 'shop' }, { Key: 'AmazonECSManaged', Value: 'true' })) },
  { name: 'there is no TLS', caught: false, app: (stack) => void connected(stack) },
  { name: 'the authority is not in the app', caught: false, notChecked: true, app: (stack) => signed(stack, 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1') },
  { name: 'a parameter is the authority', caught: false, notChecked: true, app: (stack) => signed(stack, parameter(stack)) },
];
