import type { ShapeFacts } from '../../facts/shape';
import { nearest } from '../../text/nearest';
import { all, defineGotcha, each, type Result } from '../definition';
import { andOthers } from '../naming';

export const tdPropertyShape = defineGotcha({
  id: 'td-property-shape',
  title: 'A property that CloudFormation does not know, or of another shape',
  consequence: 'rejected',
  symptom: '`Properties validation failed for resource … with message: #/ContainerDefinitions/0: extraneous key [Entrypoint] is not permitted`, `required key [Name] not found`, `expected type: JSONArray, found: String`, or `Null values are not allowed in templates`.',
  why: 'CloudFormation compares a task definition and a service with their schema before ECS sees them. Its properties begin with a capital letter, those of the API of ECS with a small one; lists, objects and single values are not exchanged for each other.',
  rule: 'The properties of a task definition and a service have the names of the CloudFormation reference, in their case. Lists are lists (`Command`, `Environment` with `Name` and `Value`), nothing is null, a task definition has containers, and each container a `Name` and an `Image`. A name in another case, or only close to one, is a warning, except for `Name` and `Image`.',
  fix: 'write the property as the CloudFormation reference has it',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdefinition.html',
  levels: ['synth'],
  avoidedBy: 'The CDK writes the properties; escape hatches are checked like any others.',
  subject: 'task',
  alsoOn: ['service'],
  needs: ['misshapen'],
  check: ({ misshapen }) => each(misshapen, (one) => one.fault === 'unknown' ? unknownKeys(one) : [misfit(one)]),
});

type Misfit = Exclude<ShapeFacts['fault'], 'unknown'>;

const WORDS: Readonly<Record<Misfit, readonly [what: string, fix: string]>> = {
  missing: ['is needed there', 'set it'],
  list: ['has to be a list', 'write a list, with a hyphen before each item in YAML'],
  object: ['has to be an object with properties', 'write its properties by their names'],
  value: ['has to be a single value', 'write one value'],
  null: ['is nothing that a template can contain', 'set a value, or leave the property out'],
};

function misfit({ path, fault, found }: ShapeFacts): Result {
  const [what, fix] = WORDS[fault as Misfit];
  return { property: path, detail: `${path} (${found}) ${what}`, fix };
}

function unknownKeys({ path, keys, words }: ShapeFacts): readonly Result[] {
  const inCase = keys.filter((key) => wordOf(key, words) !== undefined);
  const where = path === '' ? '' : ` of ${path}`;
  return all(
    // Samples of AWS itself have some names with a small letter: CloudFormation may accept them, but no container without Name and Image.
    () => inCase.length === 0 ? [] : [{
      property: path || inCase[0],
      ...lacksName(path, inCase) ? {} : { consequence: 'risk' as const },
      detail: `${andOthers(inCase)} (another case)${where} is not what CloudFormation calls it`,
      fix: `write ${andOthers(inCase.map((key) => wordOf(key, words)!))}`,
    }],
    // A newer property may be close to one of today.
    () => keys.filter((key) => !inCase.includes(key)).flatMap((key) => nearest(key, words, 1).map((word) => ({
      property: path || key, consequence: 'risk' as const, detail: `${key} (unknown)${where} is not a property of today, and ${word} is`, fix: `write ${word}`,
    }))),
  );
}

function lacksName(path: string, inCase: readonly string[]): boolean {
  return /^ContainerDefinitions\.\d+$/.test(path) && inCase.some((key) => ['name', 'image'].includes(key.toLowerCase()));
}

function wordOf(key: string, words: readonly string[]): string | undefined {
  return words.find((word) => word.toLowerCase() === key.toLowerCase());
}
