import type { ContainerFacts, EnvironmentFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';
import { credentialIn, isCredentialName, looksLikeCredential } from './credentials';

export const secSecretInPlainEnvironment = defineGotcha({
  id: 'sec-secret-in-plain-environment',
  title: 'A credential in the plain environment of a container',
  consequence: 'risk',
  symptom: 'The credential is there to read in the console, in the template and in the answer of `DescribeTaskDefinition`.',
  why: 'A principal that may describe the task definition reads its environment: in the console, in the template, and in every old revision.',
  rule: 'No variable holds a URL with a password, an AWS access key id, a private key, a JSON web token or a secret that CloudFormation writes out, and none is '
    + 'called `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` or `ECS_ENGINE_AUTH_DATA`. One that is named like a credential (`…_PASSWORD`, `…_TOKEN`, '
    + '`…_API_KEY`) and has a plain value is a warning.',
  fix: 'keep it in Secrets Manager or SSM Parameter Store and pass it in secrets',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  levels: ['construct', 'synth', 'live'],
  causalRank: 'none',
  subject: 'task',
  alsoOn: ['taskLaunch'],
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) =>
    each(known(container.environment), (entry) => checkEntry(container, entry))),
});

// The value itself never leaves this function: the finding goes to logs and reports.
function checkEntry(container: ContainerFacts, entry: EnvironmentFacts): readonly Result[] {
  const name = known(entry.name);
  const property = ofContainer(container, `environment.${name}`);
  if (isCredentialName(name)) return [{ property, detail: `environment (${name}) holds a credential in plain text` }];
  const value = known(entry.value) ?? '';
  const credential = credentialIn(value);
  if (credential) return [{ property, detail: `environment (${name}) holds ${credential} in plain text` }];
  if (!looksLikeCredential(name, value)) return [];
  return [{ property, consequence: 'risk', detail: `environment (${name}) has the name of a credential and a value in plain text` }];
}
