import type { ContainerFacts } from '../../facts/container';
import type { FireLensFacts } from '../../facts/container-settings';
import { known, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const TYPES = ['fluentbit', 'fluentd'];
const OPTIONS = ['enable-ecs-log-metadata', 'config-file-type', 'config-file-value'];
const FILE_TYPES = ['s3', 'file'];
const ROOT = /^(0|root)(:|$)/;
const BUFFER = 'log-driver-buffer-limit';
const GREATEST_BUFFER = 536870912;

export const logFirelensOptions = defineGotcha({
  id: 'log-firelens-options',
  title: 'A setting of a FireLens log router that ECS does not accept',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about `firelensConfiguration` or its options.',
  why: 'ECS writes the configuration of the router from a type and three options. It refuses other ones, on Fargate a file in S3, a router that does not run as root, which the socket of the log driver '
    + 'belongs to, and a buffer beyond its range.',
  rule: `The \`type\` is ${TYPES.join(' or ')}, and \`options\` are ${OPTIONS.join(', ')}. The last two are set together: a type of file, or s3 outside of Fargate, and the ARN of the object or the path in the image, not in YAML. `
    + `The router has no \`user\` but root. \`${BUFFER}\` of the containers is 0 to ${GREATEST_BUFFER} bytes.`,
  fix: `use only ${OPTIONS.join(', ')}, and set the last two together`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html',
  levels: ['synth'],
  avoidedBy: '`FireLensLogs` writes the configuration; routers that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['containers'],
  reads: ['onFargate'],
  check: ({ containers, onFargate }) => each(containers, (container) => all(
    () => {
      const router = known(container.fireLens);
      if (router === undefined) return [];
      return all(() => type(container, router), () => options(container, known(router.options), onFargate), () => user(container));
    },
    () => buffer(container),
  )),
});

function found(container: ContainerFacts, detail: string, fix?: string): readonly Result[] {
  return [{ property: ofContainer(container, 'firelensConfiguration'), detail, fix }];
}

function type(container: ContainerFacts, router: FireLensFacts): readonly Result[] {
  const name = known(router.type);
  return name !== undefined && TYPES.includes(name) ? [] : found(container, `type (${name ?? 'none'}) of the log router is not ${TYPES.join(' or ')}`, `set type to ${TYPES[0]} or ${TYPES[1]}`);
}

function options(container: ContainerFacts, set: Readonly<Record<string, Fact<string>>>, onFargate: Fact<boolean>): readonly Result[] {
  return all(
    () => Object.keys(set).filter((name) => !OPTIONS.includes(name)).flatMap((name) => found(container, `options (${name}) of the log router is not one of ${OPTIONS.join(', ')}`)),
    () => configFile(container, set['config-file-type'], set['config-file-value']),
    () => fromS3(container, set['config-file-type'], onFargate),
    () => inYaml(container, set['config-file-value']),
  );
}

function configFile(container: ContainerFacts, typeFact: Fact<string> | undefined, valueFact: Fact<string> | undefined): readonly Result[] {
  if (typeFact === undefined && valueFact === undefined) return [];
  if (typeFact === undefined) return found(container, 'config-file-type (none) is needed beside config-file-value', `set config-file-type to ${FILE_TYPES.join(' or ')}`);
  const fileType = known(typeFact);
  if (!FILE_TYPES.includes(fileType)) return found(container, `config-file-type (${fileType}) is not ${FILE_TYPES.join(' or ')}`, `set config-file-type to ${FILE_TYPES.join(' or ')}`);
  if (valueFact === undefined) return found(container, 'config-file-value (none) is needed beside config-file-type', 'set config-file-value to the file');
  const value = known(valueFact);
  if (fileType !== 's3' || value.startsWith(HOLE) || /^arn:[^:]*:s3:::./.test(value)) return [];
  return found(container, `config-file-value (${value.split(HOLE).join('…')}) is not the ARN of an object in S3`, 'set config-file-value to the ARN: arn:aws:s3:::bucket/router.conf');
}

function fromS3(container: ContainerFacts, typeFact: Fact<string> | undefined, onFargate: Fact<boolean>): readonly Result[] {
  if (typeFact === undefined || known(typeFact) !== 's3' || !known(onFargate)) return [];
  return found(container, 'config-file-type (s3) is a type of file that ECS refuses for Fargate',
    'set config-file-type to file, with the file in the image, or let an init image of AWS for Fluent Bit read it from S3 by aws_fluent_bit_init_s3_1');
}

// The file is included in a configuration of the classic form, which has no YAML in it.
function inYaml(container: ContainerFacts, valueFact: Fact<string> | undefined): readonly Result[] {
  if (valueFact === undefined) return [];
  const [name] = /[^/]*\.ya?ml$/i.exec(known(valueFact)) ?? [];
  return name === undefined ? [] : found(container, `config-file-value (${name.split(HOLE).join('…')}) is YAML, which the router ends with, as FireLens configures it in the classic form`,
    'write the file in the classic form, as in router.conf').map((finding) => ({ ...finding, consequence: 'never-works' }));
}

function user(container: ContainerFacts): readonly Result[] {
  const name = known(container.user);
  return name === undefined || ROOT.test(name) ? []
    : [{ property: ofContainer(container, 'user'), detail: `user (${name}) of the log router is not root`, fix: 'leave out user of the log router, or set it to 0' }];
}

function buffer(container: ContainerFacts): readonly Result[] {
  const logging = known(container.logging);
  if (!logging || known(logging.driver) !== 'awsfirelens') return [];
  const fact = known(logging.options)[BUFFER];
  if (fact === undefined) return [];
  const bytes = Number(known(fact));
  return Number.isInteger(bytes) && bytes >= 0 && bytes <= GREATEST_BUFFER ? [] : [{
    property: ofContainer(container, 'logging'),
    detail: `${BUFFER} (${known(fact)}) is not a number of bytes from 0 to ${GREATEST_BUFFER}`,
    fix: `set ${BUFFER} from 0 to ${GREATEST_BUFFER}, or leave it out`,
  }];
}
