import { placeOf } from './place';
import type { ReadTemplate } from './read-template';
import { asRecord, NESTS } from '../../readers/template';
import type { ReportedGap } from '../report/report';

/** Resources that templates speak of and that nobody here can look at. */
export function unread(templates: readonly ReadTemplate[]): readonly ReportedGap[] {
  const nests = new Set(templates.map(({ source: { nestedIn } }) => nestedIn && `${nestedIn.template}#${nestedIn.logicalId}`));
  return templates.flatMap((template) => Object.entries(asRecord(template.source.body.Resources)).flatMap(([id, resource]) => {
    if (id.startsWith('Fn::ForEach')) return [gap(template, id, 'loop', MADE_LATER)];
    if (id === 'Fn::Transform') return [gap(template, id, 'macro', MADE_LATER)];
    const isNest = NESTS.has(asRecord(resource).Type) && !nests.has(`${template.source.id}#${id}`);
    return isNest ? [gap(template, id, 'nested stack', NEST)] : [];
  }));
}

const MADE_LATER = 'what it makes is known to CloudFormation only: check the processed template of a change set instead';
const NEST = 'its template is no file here; name it to have it looked at';

function gap(template: ReadTemplate, logicalId: string, kind: string, reason: string): ReportedGap {
  return { id: logicalId, at: placeOf(template, logicalId, kind).place, reason };
}
