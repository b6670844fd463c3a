import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, whereKnown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, each, type Result } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const FLUENT_BIT = /(^|\/)aws-for-fluent-bit$/;
const VARIABLE = /^aws_fluent_bit_init_(s3|file)_/i;
const OF_S3 = /^aws_fluent_bit_init_s3_/i;
const ARN = /^arn:[^:]*:s3:::./;
const READS = 's3:GetObject';

interface Entry {
  readonly name: string;
  readonly isOfS3: boolean;
  readonly value: Fact<string | undefined>;
}

export const logFirelensInit = defineGotcha({
  id: 'log-firelens-init',
  title: 'Fluent Bit can\'t read the configuration files that its variables name',
  consequence: 'never-works',
  symptom: 'The log router ends with `[FluentBit Init Process] Cannot …`, and the task with it; or the filters and outputs of the files do nothing.',
  why: 'Only images of AWS for Fluent Bit with the tag `init-…` read the variables. Their process downloads objects of S3 as the task role, reads files of the image by their path, and writes a script to `/init`; it ends when it can\'t.',
  rule: 'A container of `aws-for-fluent-bit` with variables `aws_fluent_bit_init_…` has a tag that begins with `init-`, and no read-only root file system. `aws_fluent_bit_init_s3_…` is the ARN of an object, which the task role may get, and `aws_fluent_bit_init_file_…` a path in the image.',
  fix: 'name objects of S3 in aws_fluent_bit_init_s3_1, and files of the image in aws_fluent_bit_init_file_1',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  levels: ['synth', 'live'],
  avoidedBy: '`FireLensLogs` needs no files.',
  subject: 'task',
  needs: ['containers'],
  reads: ['taskRole'],
  check: ({ containers, taskRole }) => each(containers, (container) => {
    if (!FLUENT_BIT.test(repositoryOf(container.image))) return [];
    const entries = entriesOf(container);
    if (entries.length === 0) return [];
    return all(
      () => unread(container, entries),
      () => each(entries, (entry) => value(container, entry)),
      () => readOnly(container),
      () => mayNotGet(container, taskRole),
    );
  }),
});

function entriesOf({ environment }: ContainerFacts): readonly Entry[] {
  return whereKnown(known(environment), ({ name }) => VARIABLE.test(known(name)))
    .map((entry) => ({ name: known(entry.name), isOfS3: OF_S3.test(known(entry.name)), value: entry.value }));
}

function unread(container: ContainerFacts, [{ name }]: readonly Entry[]): readonly Result[] {
  const tag = known(container.image.tag) ?? 'latest';
  if (known(container.image.digest) !== undefined || tag.startsWith('init-')) return [];
  return [{
    consequence: 'misbehaves',
    property: ofContainer(container, 'image'),
    detail: `image (tag ${tag}) does not read ${name}, which only the tags init-… do`,
    fix: `take the tag init-${/^[\d.]+$/.test(tag) ? tag : 'latest'}`,
  }];
}

function value(container: ContainerFacts, { name, isOfS3, value: fact }: Entry): readonly Result[] {
  const text = known(fact) ?? '';
  // The deployment may know the beginning alone.
  if (text.startsWith(HOLE) || ARN.test(text) === isOfS3) return [];
  const property = ofContainer(container, `environment[${name}]`);
  return isOfS3
    ? [{ property, detail: `${name} (${shown(text)}) is not the ARN of an object in S3`, fix: `set ${name} to the ARN: arn:aws:s3:::bucket/filters.conf` }]
    : [{ property, detail: `${name} (${shown(text)}) is not a path in the image`, fix: `name the object in ${name.replace(/_file_/i, '_s3_')}` }];
}

function shown(text: string): string {
  return text.split(HOLE).join('…');
}

function readOnly(container: ContainerFacts): readonly Result[] {
  if (!known(container.readonlyRootFilesystem) || !(known(container.image.tag) ?? '').startsWith('init-')) return [];
  return [{
    property: ofContainer(container, 'readonlyRootFilesystem'),
    detail: 'readonlyRootFilesystem (true) keeps the router from writing its script to /init',
    fix: 'leave readonlyRootFilesystem out of the log router, or build an image with the files in it',
  }];
}

function mayNotGet({ environment }: ContainerFacts, taskRole: Fact<RoleFacts | undefined>): readonly Result[] {
  if (!anyKnown(known(environment), ({ name }) => OF_S3.test(known(name)))) return [];
  const role = known(taskRole);
  if (role && allows(role, READS)) return [];
  return [{ property: 'taskRole', detail: `taskRole (${role ? `without ${READS}` : 'none'}) can't get the configuration files of the log router`, fix: `allow ${READS} on the objects, and s3:GetBucketLocation on their bucket, to the task role` }];
}
