import { placeOf } from './place';
import type { ReadTemplate } from './read-template';
import { isLoop } from '../../readers/loops';
import { asRecord, NESTS } from '../../readers/template';
import type { ReportedGap } from '../report/report';

/** Resources that templates speak of and that nobody here can look at. */
export function unread(templates: readonly ReadTemplate[]): readonly ReportedGap[] {
  const nests = new Set(templates.map(({ source: { nestedIn } }) => nestedIn && `${nestedIn.template}#${nestedIn.logicalId}`));
  return templates.flatMap((template) => Object.entries(asRecord(template.source.body.Resources)).flatMap(([id, resource]) => {
    if (isLoop(id)) return [gap(template, id, 'loop', LOOP)];
    if (id === 'Fn::Transform') return [gap(template, id, 'macro', MADE_LATER)];
    const isNest = NESTS.has(asRecord(resource).Type) && !nests.has(`${template.source.id}#${id}`);
    return isNest ? [gap(template, id, 'nested stack', template.source.loopOf?.has(id) ? LOOPED_NEST : NEST)] : [];
  }));
}

const LOOP = 'what it makes is known to CloudFormation only: give the parameters in its collection with --parameter, or check the processed template of a change set';
const MADE_LATER = 'what it makes is known to CloudFormation only: check the processed template of a change set instead';
const NEST = 'its template is no file here; name it to have it looked at';
const LOOPED_NEST = 'a loop makes it, and its template is not looked for; name it to have it looked at';

function gap(template: ReadTemplate, logicalId: string, kind: string, reason: string): ReportedGap {
  return { id: logicalId, at: placeOf(template, logicalId, kind).place, reason };
}
