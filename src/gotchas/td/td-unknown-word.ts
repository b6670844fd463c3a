import { known } from '../../facts/fact';
import type { WordFacts } from '../../facts/task';
import { defineGotcha, each, type Consequence, type Result } from '../definition';

export const tdUnknownWord = defineGotcha({
  id: 'td-unknown-word',
  title: 'A setting of a task definition has a word that ECS does not know',
  consequence: 'rejected',
  symptom: '`Properties validation failed for resource … is not a valid enum value`, or a `ClientException` when the task definition is registered.',
  why: 'Settings such as the network mode, the condition of a dependency and the platform take words of a fixed list, in the case of the list. CloudFormation compares some of them itself and passes the others on; ECS refuses a word that it does not have. It takes an unknown protocol of a port for tcp.',
  rule: 'The words are those of the API: `networkMode` awsvpc, bridge, host or none; `requiresCompatibilities` EC2, FARGATE, EXTERNAL or MANAGED_INSTANCES; `dependsOn.condition` START, COMPLETE, SUCCESS or HEALTHY; '
    + '`cpuArchitecture` X86_64 or ARM64; `operatingSystemFamily` LINUX or `WINDOWS_SERVER_…`; `pidMode` and `ipcMode` host or task; `environmentFiles.type` s3; `versionConsistency` enabled or disabled; `cpu` and `memory` of a task are numbers, or in vCPU and GB; `transitEncryption` and `iam` of EFS ENABLED or DISABLED; '
    + '`protocol` tcp or udp (a warning). Where only the case of letters differs, it is a warning for words that CloudFormation passes on.',
  fix: 'use a word of the API, in its case',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  levels: ['synth'],
  avoidedBy: 'The props take the enumerations of the CDK.',
  subject: 'task',
  needs: ['words'],
  check: ({ words }) => each(words, misspelt),
});

function misspelt(fact: WordFacts): readonly Result[] {
  const { property, words } = fact;
  const value = known(fact.value);
  const name = property.slice(property.lastIndexOf('.') + 1);
  const near = words.find((word) => word.toUpperCase() === value.toUpperCase());
  // The case of a protocol doesn't matter to ECS.
  if (name === 'protocol' && near) return [];
  return [{
    property,
    detail: `${name} (${value}) is not ${words.length > 4 ? `one of ${words.join(', ')}` : inWords(words)}`,
    consequence: consequenceOf(fact, name, near !== undefined),
    ...near ? { fix: `write ${near}` } : {},
  }];
}

function consequenceOf({ isOfCloudFormation }: WordFacts, name: string, differsInCase: boolean): Consequence {
  if (name === 'protocol') return 'misbehaves';
  // The agent of ECS compares the condition as it is written.
  return differsInCase && !isOfCloudFormation && name !== 'condition' ? 'risk' : 'rejected';
}

function inWords(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
