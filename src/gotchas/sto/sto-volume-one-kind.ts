import { known } from '../../facts/fact';
import type { VolumeFacts, VolumeKind } from '../../facts/volume';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

const WORDS: Readonly<Record<VolumeKind, string>> = {
  bind: 'host.sourcePath',
  docker: 'dockerVolumeConfiguration',
  efs: 'efsVolumeConfiguration',
  ebs: 'configuredAtLaunch',
  s3files: 's3filesVolumeConfiguration',
  fsx: 'fsxWindowsFileServerVolumeConfiguration',
};

const NAMED: readonly VolumeKind[] = ['efs', 's3files', 'ebs'];

export const stoVolumeOneKind = defineGotcha({
  id: 'sto-volume-one-kind',
  title: 'A volume is of two kinds, or has no proper name',
  consequence: 'rejected',
  symptom: '`When the volume parameter is specified, only one volume configuration type should be used`, or a `ClientException` about the name.',
  why: 'A volume is of one kind, and those of EFS, EBS and S3 Files have a name of 1 to 255 letters, digits, hyphens and underscores; '
    + 'ECS refuses to register a task definition with any other.',
  rule: 'A volume is of 1 kind, and one of EFS, EBS or S3 Files has a name; names have 1 to 255 letters, digits, hyphens and underscores.',
  fix: 'split the volume in two, one for each kind, and name each',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  levels: ['synth'],
  avoidedBy: 'Each volume part is of one kind; volumes that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['volumes'],
  check: ({ volumes }) => each(volumes, (volume) => all(() => kinds(volume), () => name(volume))),
});

function kinds(volume: VolumeFacts): readonly Result[] {
  const said = known(volume.saidKinds);
  if (said.length < 2) return [];
  const at = ofVolume(volume.name);
  return [{ property: at, detail: `${at} (${said.map((kind) => WORDS[kind]).join(', ')}) is of ${said.length} kinds` }];
}

function name(volume: VolumeFacts): readonly Result[] {
  const given = known(volume.name);
  if (given !== undefined) {
    return /^[\w-]{1,255}$/.test(given) ? [] : [{
      property: 'volumes', detail: `name (${given}) of a volume is not 1 to 255 letters, digits, hyphens and underscores`, fix: 'rename the volume',
    }];
  }
  const kind = known(volume.kind);
  return NAMED.includes(kind) ? [{ property: 'volumes', detail: `name (none) is needed for a volume with ${WORDS[kind]}`, fix: 'name the volume' }] : [];
}
