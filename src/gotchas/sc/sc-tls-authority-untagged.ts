import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const scTlsAuthorityUntagged = defineGotcha({
  id: 'sc-tls-authority-untagged',
  title: 'Service Connect TLS with a certificate authority that ECS may not use',
  consequence: 'never-works',
  symptom: 'No new task gets as far as to run, and the deployment doesn\'t end.',
  why: 'The AWS managed policy for Service Connect TLS lets ECS issue certificates only from authorities with the tag AmazonECSManaged: without it tasks wait for a certificate, and the deployment with them.',
  rule: 'A certificate authority of the app that signs for a Service Connect endpoint has the tag `AmazonECSManaged` with the value `true`.',
  fix: "set the tag AmazonECSManaged on the certificate authority with the value 'true', or add a policy for it to the role",
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => !connect ? [] : each(known(connect.endpoints), ({ portName, authorityIsTagged }) => (
    known(authorityIsTagged) !== false ? [] : [{
      property: 'tls.issuerCertificateAuthority',
      detail: `certificate authority (without the tag AmazonECSManaged) is to sign certificates for port ${known(portName)}`,
    }])),
});
